package io.sentimentstreams.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.app.deadletter.DeadLetterHeaders;
import io.sentimentstreams.app.review.JsonReviewDecoder;
import io.sentimentstreams.app.review.TextReviewDecoder;
import io.sentimentstreams.app.serving.TinyModel;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.nio.charset.Charset;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    publish(json, "{\"text\": \"good\", \"occurredAt\": 1770091445000000}");
    text.publish(
        new TestRecord<>(
            null, "good".getBytes(UTF_8), Instant.ofEpochMilli(1_770_091_445_000_000L)));

    for (int i = 0; i < 3; i++) {
      TestRecord<byte[], byte[]> letter = json.deadLetter();
      assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("NOT_A_REVIEW");
      assertThat(header(letter, DeadLetterHeaders.MESSAGE)).contains("(line 1, column 32)");
    }
    assertThat(header(text.deadLetter(), DeadLetterHeaders.MESSAGE))
        .contains("'occurredAt' is not in the years 1 to 9999: 1770091445000000 ms");
    assertThat(json.hasScore() || text.hasScore()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFFa bad film",
        "a bad film\uFEFF",
        "a bad film\r",
        "\ra bad film",
        "\uFEFFa bad film\r",
        "\r\uFEFFa bad film\uFEFF\r\r"
      })
  void marksAndCarriageReturnsAtTheEdgesChangeNothing(String value) {
    double expected = TinyModel.inMemory().bundle().newScorer().score("a bad film").score();
    publish(text, value);
    publish(json, "\uFEFF{\"text\": \"" + value.replace("\r", "\\r") + "\"}\r\n\r");
    try (ScoringDriver avro = new ScoringDriver(TinyModel.inMemory())) {
      avro.publish(
          new TestRecord<>(
              null,
              RecordEncoder.of(ReviewEvent.class)
                  .encode(new ReviewEvent("r1", null, value, null, null, null, Instant.EPOCH)),
              PUBLISHED));

      for (ScoringDriver driver : new ScoringDriver[] {text, json, avro}) {
        ReviewScore score = driver.decodedScore();
        assertThat(score.getScore()).isEqualTo(expected);
        assertThat(score.getTokens().getOutOfVocabulary()).isZero();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UTF-16LE|NOT_UTF8|UTF-16 without a byte order mark",
        "UTF-16BE|NOT_UTF8|UTF-16 without a byte order mark",
        "UTF-16|NOT_UTF8|UTF-16 with a byte order mark",
        "x-UTF-16LE-BOM|NOT_UTF8|UTF-16 with a byte order mark",
        "X-UTF-32LE-BOM|NOT_UTF8|UTF-32 with a byte order mark",
        "ISO-8859-1|NOT_UTF8|byte"
      })
  void otherEncodingsAreNamed(String charset, String reason, String cause) {
    String review = "Terrible film caf\u00e9";
    text.publish(new TestRecord<>(null, review.getBytes(Charset.forName(charset)), PUBLISHED));
    json.publish(
        new TestRecord<>(
            null,
            "{\"text\": \"%s\"}".formatted(review).getBytes(Charset.forName(charset)),
            PUBLISHED));

    for (ScoringDriver driver : new ScoringDriver[] {text, json}) {
      TestRecord<byte[], byte[]> letter = driver.deadLetter();
      assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo(reason);
      assertThat(header(letter, DeadLetterHeaders.MESSAGE)).contains(cause);
    }
  }

  @Test
  void nulCharactersAreNamed() {
    publish(text, "Terrible\0film");
    publish(text, "\0\0\0\0\5{\"text\":\"good\"}");
    publish(json, "{\"text\": \"Terrible\\u0000film\"}");

    assertThat(header(text.deadLetter(), DeadLetterHeaders.MESSAGE)).contains("character 9 of 13");
    assertThat(header(text.deadLetter(), DeadLetterHeaders.MESSAGE)).contains("schema id");
    TestRecord<byte[], byte[]> letter = json.deadLetter();
    assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("NUL_IN_TEXT");
    assertThat(header(letter, DeadLetterHeaders.STAGE)).isEqualTo("VALIDATE");
    publish(json, "\0\0\0\0\5{\"text\":\"good\"}");
    letter = json.deadLetter();
    assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("MALFORMED_JSON");
    assertThat(header(letter, DeadLetterHeaders.MESSAGE)).contains("schema id");
    publish(json, "{\"text\":\"good\"}\0");
    assertThat(header(json.deadLetter(), DeadLetterHeaders.REASON)).isEqualTo("MALFORMED_JSON");
    assertThat(text.hasScore() || json.hasScore()).isFalse();
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
