package io.sentimentstreams.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import io.sentimentstreams.app.deadletter.DeadLetterHeaders;
import io.sentimentstreams.app.review.JsonReviewDecoder;
import io.sentimentstreams.app.review.TextReviewDecoder;
import io.sentimentstreams.app.serving.TinyModel;
import io.sentimentstreams.schemas.ReviewScore;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Input topics with JSON or plain text. */
class HandFedTopicTest {

  private static final Instant PUBLISHED = ScoringDriver.NOW.minusMillis(250);

  private final ScoringDriver json =
      new ScoringDriver(TinyModel.inMemory(), JsonReviewDecoder::new);
  private final ScoringDriver text =
      new ScoringDriver(TinyModel.inMemory(), TextReviewDecoder::new);

  @AfterEach
  @AfterProperty
  void close() {
    json.close();
    text.close();
  }

  @Test
  void reviewInJsonIsScored() {
    publish(
        json,
        """
        {"reviewId": "r1", "itemId": "film-7", "text": "a good film", "occurredAt": 7}
        """);

    ReviewScore score = json.decodedScore();

    assertThat(score.getScore())
        .isEqualTo(TinyModel.inMemory().bundle().newScorer().score("a good film").score());
    assertThat(score.getReviewId()).isEqualTo("r1");
    assertThat(score.getItemId()).isEqualTo("film-7");
    assertThat(score.getOccurredAt()).isEqualTo(Instant.ofEpochMilli(7));
  }

  @Test
  void plainTextIsScoredWithItsPositionAsId() {
    publish(text, "a bad film");
    publish(text, "a good film");

    assertThat(text.decodedScore().getReviewId()).isEqualTo("reviews-0-0");
    ReviewScore second = text.decodedScore();
    assertThat(second.getReviewId()).isEqualTo("reviews-0-1");
    assertThat(second.getOccurredAt()).isEqualTo(PUBLISHED);
    assertThat(second.getScore())
        .isEqualTo(TinyModel.inMemory().bundle().newScorer().score("a good film").score());
  }

  @Test
  void hostileJsonBecomesADeadLetterAndTheStreamContinues() {
    String hostile = "{\"text\": " + "[".repeat(500);
    publish(json, hostile);
    publish(json, "{\"text\": \"good\"}");

    TestRecord<byte[], byte[]> letter = json.deadLetter();

    assertThat(letter.value()).asString(UTF_8).isEqualTo(hostile);
    assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("NOT_A_REVIEW");
    assertThat(header(letter, DeadLetterHeaders.MESSAGE))
        .contains("'text'", "an array", "(line 1, column 10)");
    assertThat(json.decodedScore().getReviewId()).isEqualTo("reviews-0-1");
  }

  @Test
  void valuesWithoutTextBecomeDeadLetters() {
    text.publish(new TestRecord<>(null, new byte[] {'a', (byte) 0xC3, 0x01}, PUBLISHED));
    publish(text, " \n");
    publish(text, null);

    assertThat(header(text.deadLetter(), DeadLetterHeaders.REASON)).isEqualTo("NOT_UTF8");
    assertThat(header(text.deadLetter(), DeadLetterHeaders.REASON)).isEqualTo("NO_TEXT");
    assertThat(header(text.deadLetter(), DeadLetterHeaders.REASON)).isEqualTo("TOMBSTONE");
  }

  @Test
  void aTimeOutOfRangeBecomesADeadLetter() {
    publish(json, "{\"text\": \"good\", \"occurredAt\": \"+900000000-01-01T00:00:00Z\"}");
    publish(json, "{\"text\": \"good\", \"occurredAt\": -9223372036854775808}");

    assertThat(header(json.deadLetter(), DeadLetterHeaders.REASON)).isEqualTo("NOT_A_REVIEW");
    assertThat(json.decodedScore().getOccurredAt().toEpochMilli()).isEqualTo(Long.MIN_VALUE);
  }

  @Property(tries = 300)
  void anyBytesAreAScoreOrADeadLetter(@ForAll byte[] value) {
    for (ScoringDriver driver : new ScoringDriver[] {json, text}) {
      driver.publish(new TestRecord<>(null, value, PUBLISHED));

      assertThat(driver.hasScore()).isNotEqualTo(driver.hasDeadLetter());
      assertThat(driver.hasScore() ? driver.score() : driver.deadLetter()).isNotNull();
    }
  }

  private static void publish(ScoringDriver driver, @Nullable String value) {
    driver.publish(new TestRecord<>(null, value == null ? null : value.getBytes(UTF_8), PUBLISHED));
  }

  private static String header(TestRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}
