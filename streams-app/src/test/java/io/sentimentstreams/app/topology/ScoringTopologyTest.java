package io.sentimentstreams.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.app.deadletter.DeadLetterHeaders;
import io.sentimentstreams.app.deadletter.DeadLetterText;
import io.sentimentstreams.app.deadletter.StreamsErrorHeaders;
import io.sentimentstreams.app.review.DeadLetterReason;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.app.serving.TinyModel;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.decision.AbstainBand;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.schemas.AbstainReason;
import io.sentimentstreams.schemas.LabelProbability;
import io.sentimentstreams.schemas.ModelReference;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.TokenCounts;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterProperty;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.errors.internals.ExceptionHandlerUtils;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTopologyTest {

  private static final Instant PUBLISHED = ScoringDriver.NOW.minusMillis(250);
  private static final byte[] KEY = "key".getBytes(UTF_8);

  private final LoadedBundle bundle = TinyModel.inMemory();
  private final ScoringDriver driver = new ScoringDriver(bundle);

  @AfterEach
  @AfterProperty
  void close() {
    driver.close();
  }

  @Test
  void reviewIsScored() {
    driver.publish(record(encoded(review("a good film about dogs"))));

    ReviewScore score = driver.decodedScore();

    double expected = bundle.bundle().newScorer().score("a good film about dogs").score();
    assertThat(score.getScore()).isEqualTo(expected);
    assertThat(score.getLabel()).isEqualTo(expected >= 0.5 ? "POSITIVE" : "NEGATIVE");
    assertThat(score.getAbstained()).isNull();
    assertThat(score.getProbabilities())
        .containsExactly(
            new LabelProbability("NEGATIVE", 1 - expected),
            new LabelProbability("POSITIVE", expected));
    assertThat(score.getReviewId()).isEqualTo("r1");
    assertThat(score.getItemId()).isEqualTo("film-7");
    assertThat(score.getModel()).isEqualTo(new ModelReference("tiny", "1", "0".repeat(64), "*"));
    assertThat(score.getTokens()).isEqualTo(new TokenCounts(5, 2, 0));
    assertThat(score.getOccurredAt()).isEqualTo(Instant.ofEpochMilli(7));
    assertThat(score.getScoredAt()).isEqualTo(ScoringDriver.NOW);
    assertThat(driver.hasDeadLetter()).isFalse();
  }

  @Test
  void aScoreInTheBundlesBandHasNoLabelUnlessASettingOverridesIt() {
    LoadedBundle banded = TinyModel.inMemory(AbstainRules.none().withBand(AbstainBand.of(0, 1)));

    try (ScoringDriver cautious = new ScoringDriver(banded)) {
      cautious.publish(record(encoded(review("a good film"))));
      ReviewScore score = cautious.decodedScore();
      assertThat(score.getLabel()).isNull();
      assertThat(score.getAbstained()).isEqualTo(AbstainReason.LOW_CONFIDENCE);
      assertThat(score.getScore()).isBetween(0.0, 1.0);
      assertThat(score.getProbabilities()).hasSize(2);
    }
    AbstainRules configured = AbstainRules.none().withBand(AbstainBand.of(0, 0));
    try (ScoringDriver bold = new ScoringDriver(new ActiveModel(banded, "*", configured))) {
      bold.publish(record(encoded(review("a good film"))));
      assertThat(bold.decodedScore().getLabel()).isIn("NEGATIVE", "POSITIVE");
    }
  }

  @Test
  void theScoreKeepsKeyTimestampAndHeaders() {
    Headers headers = new RecordHeaders().add("trace", new byte[] {1}).add("trace", null);
    driver.publish(new TestRecord<>(KEY, encoded(review("good")), headers, PUBLISHED));

    TestRecord<byte[], byte[]> score = driver.score();

    assertThat(score.key()).isEqualTo(KEY);
    assertThat(score.getRecordTime()).isEqualTo(PUBLISHED);
    assertThat(score.headers()).isEqualTo(headers);
  }

  @Test
  void reviewWithoutKeyIsScored() {
    driver.publish(new TestRecord<>(null, encoded(review("good")), PUBLISHED));

    assertThat(driver.score().key()).isNull();
  }

  @Test
  void aTextWithoutAKnownTokenHasNoLabelAndTheReason() {
    for (String text : new String[] {"!!!", "zxqv brrmpf"}) {
      driver.publish(record(encoded(review(text))));

      ReviewScore score = driver.decodedScore();
      assertThat(score.getLabel()).isNull();
      assertThat(score.getAbstained()).isEqualTo(AbstainReason.OUT_OF_VOCABULARY);
      assertThat(score.getScore()).isNull();
      assertThat(score.getProbabilities()).isEmpty();
      assertThat(score.getModel().getName()).isEqualTo("tiny");
      int tokens = text.equals("!!!") ? 0 : 2;
      assertThat(score.getTokens()).isEqualTo(new TokenCounts(tokens, tokens, 0));
    }
    assertThat(driver.scrape())
        .contains(
            "sentiment_scored_reviews_total{label=\"\",model=\"tiny\",version=\"1\"} 2",
            "sentiment_abstained_reviews_total{model=\"tiny\",reason=\"OUT_OF_VOCABULARY\",version=\"1\"} 2",
            "sentiment_review_tokens_count{model=\"tiny\",version=\"1\"} 2",
            "sentiment_review_out_of_vocabulary_ratio_sum{model=\"tiny\",version=\"1\"} 1.0",
            "sentiment_review_confidence_ratio_count{model=\"tiny\",version=\"1\"} 0",
            "sentiment_scoring_seconds_count{model=\"tiny\",version=\"1\"} 0");
  }

  @Test
  void aLongTextIsTruncatedAndCounted() {
    driver.publish(record(encoded(review("good ".repeat(TinyModel.MAX_LENGTH + 3)))));

    assertThat(driver.decodedScore().getTokens().getTruncated()).isEqualTo(3);
  }

  @Test
  void aTombstoneBecomesADeadLetter() {
    driver.publish(record(null));

    assertDeadLetter(DeadLetterReason.TOMBSTONE, null);
  }

  @Test
  void aReviewWithoutTextBecomesADeadLetter() {
    for (String blank : new String[] {"", "  ", "\n\t\u2003"}) {
      byte[] value = encoded(review(blank));
      driver.publish(record(value));

      assertDeadLetter(DeadLetterReason.NO_TEXT, value);
    }
  }

  @Test
  void anOversizedReviewBecomesADeadLetter() {
    byte[] value = new byte[ScoringDriver.REVIEW_MAX_BYTES - KEY.length + 1];
    driver.publish(record(value));

    TestRecord<byte[], byte[]> letter = assertDeadLetter(DeadLetterReason.OVERSIZE, value);

    assertThat(header(letter, DeadLetterHeaders.MESSAGE))
        .contains("1001 bytes", "review.max.bytes=1000");
  }

  @Test
  void aReviewOfTheMaximumSizeIsScored() {
    int bare = encoded(review("")).length + KEY.length;
    byte[] value = encoded(review("a".repeat(ScoringDriver.REVIEW_MAX_BYTES - bare - 1)));
    assertThat(value.length + KEY.length).isEqualTo(ScoringDriver.REVIEW_MAX_BYTES);

    driver.publish(record(value));

    assertThat(driver.hasScore()).isTrue();
  }

  @Test
  void garbageBecomesADeadLetter() {
    byte[] value = "{\"text\": \"good\"}".getBytes(UTF_8);
    driver.publish(record(value));

    assertDeadLetter(DeadLetterReason.NOT_SINGLE_OBJECT, value);
  }

  @Test
  void anUnknownFingerprintBecomesADeadLetterThatNamesIt() {
    byte[] value = encoded(review("good"));
    Arrays.fill(value, 2, 10, (byte) 0xAB);
    driver.publish(record(value));

    TestRecord<byte[], byte[]> letter =
        assertDeadLetter(DeadLetterReason.UNKNOWN_FINGERPRINT, value);

    assertThat(header(letter, DeadLetterHeaders.MESSAGE)).contains("abababababababab");
  }

  @Test
  void aTruncatedReviewBecomesADeadLetter() {
    byte[] whole = encoded(review("good"));
    byte[] value = Arrays.copyOf(whole, whole.length - 1);
    driver.publish(record(value));

    assertDeadLetter(DeadLetterReason.CORRUPT_BODY, value);
  }

  @Test
  void aReviewWithTrailingBytesBecomesADeadLetter() {
    byte[] whole = encoded(review("good"));
    byte[] value = Arrays.copyOf(whole, whole.length + 1);
    driver.publish(record(value));

    assertDeadLetter(DeadLetterReason.TRAILING_BYTES, value);
  }

  @Test
  void theStreamContinuesAfterADeadLetter() {
    driver.publish(record(new byte[] {1, 2, 3}));
    driver.publish(record(encoded(review("good"))));

    assertThat(driver.hasDeadLetter()).isTrue();
    assertThat(driver.decodedScore().getReviewId()).isEqualTo("r1");
  }

  @Test
  void aDeadLetterKeepsHeadersAndHasThePositionOfTheRecord() {
    driver.publish(record(encoded(review("good"))));
    Headers headers = new RecordHeaders().add("trace", new byte[] {1});
    driver.publish(new TestRecord<>(KEY, new byte[] {9}, headers, PUBLISHED));

    TestRecord<byte[], byte[]> letter = driver.deadLetter();

    assertThat(letter.headers().lastHeader("trace").value()).isEqualTo(new byte[] {1});
    assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo("reviews");
    assertThat(header(letter, DeadLetterHeaders.PARTITION)).isEqualTo("0");
    assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo("1");
    assertThat(header(letter, DeadLetterHeaders.TIMESTAMP))
        .isEqualTo(Long.toString(PUBLISHED.toEpochMilli()));
    assertThat(header(letter, DeadLetterHeaders.AT))
        .isEqualTo(Long.toString(ScoringDriver.NOW.toEpochMilli()));
    assertThat(header(letter, DeadLetterHeaders.APPLICATION)).isEqualTo("test");
    assertThat(header(letter, DeadLetterHeaders.APPLICATION_VERSION)).isEqualTo("1.2.3");
    assertThat(header(letter, DeadLetterHeaders.BUNDLE)).isEqualTo("tiny 1 " + "0".repeat(64));
  }

  @Test
  void deadLetterHasTheHeadersOfKafkaStreams() {
    driver.publish(record(new byte[] {9}));

    TestRecord<byte[], byte[]> letter = driver.deadLetter();

    assertThat(header(letter, ExceptionHandlerUtils.HEADER_ERRORS_TOPIC_NAME)).isEqualTo("reviews");
    assertThat(header(letter, ExceptionHandlerUtils.HEADER_ERRORS_PARTITION_NAME)).isEqualTo("0");
    assertThat(header(letter, ExceptionHandlerUtils.HEADER_ERRORS_OFFSET_NAME)).isEqualTo("0");
    assertThat(header(letter, ExceptionHandlerUtils.HEADER_ERRORS_EXCEPTION_NAME))
        .isEqualTo(header(letter, DeadLetterHeaders.EXCEPTION));
    assertThat(header(letter, ExceptionHandlerUtils.HEADER_ERRORS_EXCEPTION_MESSAGE_NAME))
        .isEqualTo(header(letter, DeadLetterHeaders.MESSAGE));
    assertThat(letter.headers().headers(ExceptionHandlerUtils.HEADER_ERRORS_STACKTRACE_NAME))
        .isEmpty();
  }

  @Test
  void aDeadLetterOfAReplayedRecordHasEachHeaderOnce() {
    driver.publish(record(new byte[] {9}));
    TestRecord<byte[], byte[]> first = driver.deadLetter();
    driver.publish(new TestRecord<>(KEY, new byte[] {9}, first.headers(), PUBLISHED));

    TestRecord<byte[], byte[]> second = driver.deadLetter();

    assertThat(second.headers().toArray()).hasSameSizeAs(first.headers().toArray());
    assertThat(header(second, DeadLetterHeaders.OFFSET)).isEqualTo("1");
  }

  @Test
  void aValueBeyondTheTopicsMaximumSizeIsTruncated() {
    byte[] value = new byte[3 * ScoringDriver.DEAD_LETTER_MAX_BYTES];
    Arrays.fill(value, (byte) 7);
    driver.publish(record(value));

    TestRecord<byte[], byte[]> letter = driver.deadLetter();

    assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("OVERSIZE");
    assertThat(header(letter, DeadLetterHeaders.ORIGINAL_BYTES)).isEqualTo("30000");
    assertThat(letter.value()).hasSizeBetween(8_000, ScoringDriver.DEAD_LETTER_MAX_BYTES);
    assertThat(value).startsWith(letter.value());
  }

  @Test
  void aKeyAndHeadersBeyondTheTopicsMaximumSizeAreDropped() {
    byte[] large = new byte[2 * ScoringDriver.DEAD_LETTER_MAX_BYTES];
    Headers headers = new RecordHeaders().add("large", large).add("small", new byte[1]);
    driver.publish(new TestRecord<>(large, new byte[] {9}, headers, PUBLISHED));

    TestRecord<byte[], byte[]> letter = driver.deadLetter();

    assertThat(letter.key()).isNull();
    assertThat(letter.headers().headers("large")).isEmpty();
    assertThat(header(letter, DeadLetterHeaders.ORIGINAL_KEY_BYTES)).isEqualTo("20000");
    assertThat(header(letter, DeadLetterHeaders.ORIGINAL_HEADERS)).isEqualTo("2");
    assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("OVERSIZE");
  }

  @Test
  void aDroppedTextIsReplacedByItsDigest() {
    try (ScoringDriver dropping = new ScoringDriver(bundle, DeadLetterText.DROP)) {
      dropping.publish(record("abc".getBytes(UTF_8)));

      TestRecord<byte[], byte[]> letter = dropping.deadLetter();

      // The digest of "abc" in FIPS 180-2, appendix B.1.
      assertThat(letter.value())
          .asString(UTF_8)
          .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
      assertThat(header(letter, DeadLetterHeaders.VALUE)).isEqualTo("sha256");
      assertThat(header(letter, DeadLetterHeaders.ORIGINAL_BYTES)).isEqualTo("3");
    }
  }

  @Test
  void digestIsKeptWhenTheKeyIsLeftOut() {
    byte[] large = new byte[2 * ScoringDriver.DEAD_LETTER_MAX_BYTES];
    try (ScoringDriver dropping = new ScoringDriver(bundle, DeadLetterText.DROP)) {
      dropping.publish(new TestRecord<>(large, "abc".getBytes(UTF_8), PUBLISHED));

      TestRecord<byte[], byte[]> letter = dropping.deadLetter();

      assertThat(letter.key()).isNull();
      assertThat(letter.value()).hasSize(64);
      assertThat(header(letter, DeadLetterHeaders.ORIGINAL_BYTES)).isEqualTo("3");
    }
  }

  @Test
  void theNumberOfReplaysStaysOnTheScoreAndOnTheDeadLetter() {
    Headers headers = new RecordHeaders().add(DeadLetterHeaders.ATTEMPTS, "2".getBytes(UTF_8));
    driver.publish(new TestRecord<>(KEY, new byte[] {9}, headers, PUBLISHED));
    driver.publish(new TestRecord<>(KEY, encoded(review("good")), headers, PUBLISHED));

    assertThat(header(driver.deadLetter(), DeadLetterHeaders.ATTEMPTS)).isEqualTo("2");
    assertThat(header(driver.score(), DeadLetterHeaders.ATTEMPTS)).isEqualTo("2");
  }

  @Property(tries = 300)
  void anyBytesAreAScoreOrADeadLetter(@ForAll byte[] value) {
    driver.publish(record(value));

    assertOneRecordCameOut();
  }

  @Property(tries = 300)
  void anyBodyIsAScoreOrADeadLetter(@ForAll byte[] body) {
    byte[] value = Arrays.copyOf(encoded(review("good")), 10 + body.length);
    System.arraycopy(body, 0, value, 10, body.length);
    driver.publish(record(value));

    assertOneRecordCameOut();
  }

  @Test
  void scoresAndDeadLettersAreCounted() {
    driver.publish(record(encoded(review("good film of good " + "dogs ".repeat(6)))));
    driver.publish(record(null));

    String scraped = driver.scrape();

    String label = driver.decodedScore().getLabel();
    assertThat(scraped)
        .contains(
            "sentiment_scored_reviews_total{label=\""
                + label
                + "\",model=\"tiny\",version=\"1\"} 1",
            "sentiment_dead_lettered_records_total{reason=\"TOMBSTONE\"} 1",
            "sentiment_dead_lettered_records_total{reason=\"OVERSIZE\"} 0",
            "sentiment_e2e_latency_seconds_bucket{model=\"tiny\",version=\"1\",le=\"0.25\"} 1",
            "sentiment_e2e_latency_seconds_bucket{model=\"tiny\",version=\"1\",le=\"0.1\"} 0",
            "sentiment_decoding_seconds_count 1",
            "sentiment_tokenizing_seconds_count{model=\"tiny\",version=\"1\"} 1",
            "sentiment_scoring_seconds_count{model=\"tiny\",version=\"1\"} 1",
            "sentiment_review_tokens_sum{model=\"tiny\",version=\"1\"} 10",
            "sentiment_review_out_of_vocabulary_ratio_sum{model=\"tiny\",version=\"1\"} 0.7",
            "sentiment_truncated_reviews_total{model=\"tiny\",version=\"1\"} 1",
            "sentiment_review_truncated_ratio_sum{model=\"tiny\",version=\"1\"} 0.");
  }

  @Test
  void aFailureOfTheModelBecomesADeadLetter() {
    BrokenModelDriver broken = new BrokenModelDriver(DeadLetterText.KEEP);
    byte[] poison = encoded(review(BrokenModelDriver.POISON));

    broken.publish(KEY, poison);

    assertThat(broken.hasScore()).isFalse();
    Record<? extends byte[], ? extends PartitionedValue> letter = broken.deadLetter();
    assertThat(letter.value().bytes()).isEqualTo(poison);
    assertThat(letter.value().partition()).isEqualTo(3);
    assertThat(new String(letter.headers().lastHeader("deadletter.reason").value(), UTF_8))
        .isEqualTo("SCORING_FAILED");
    assertThat(new String(letter.headers().lastHeader("deadletter.exception").value(), UTF_8))
        .isEqualTo(broken.failure().getClass().getName());
    assertThat(new String(letter.headers().lastHeader("deadletter.message").value(), UTF_8))
        .contains(broken.failure().getMessage());
    assertThat(
            new String(letter.headers().lastHeader(StreamsErrorHeaders.STACKTRACE).value(), UTF_8))
        .startsWith(broken.failure().getClass().getName() + "\n\tat ")
        .hasSizeLessThanOrEqualTo(4_000)
        .doesNotContain(broken.failure().getMessage());
  }

  @Test
  void aRecordIsWrittenToItsSourcePartition() {
    SourcePartitionPartitioner partitioner = new SourcePartitionPartitioner();

    assertThat(partitioner.partitions("t", KEY, new PartitionedValue(null, 3), 4).orElseThrow())
        .containsExactly(3);
  }

  @Test
  void topicWithTooFewPartitionsIsNamed() {
    SourcePartitionPartitioner partitioner = new SourcePartitionPartitioner();

    assertThatThrownBy(
            () -> partitioner.partitions("scores", KEY, new PartitionedValue(null, 4), 4))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("scores", "partition 4", ": 4.");
  }

  @Test
  void aRecordWithoutTimestampGetsZero() {
    ConsumerRecord<Object, Object> without = new ConsumerRecord<>("reviews", 0, 0, KEY, KEY);

    assertThat(without.timestamp()).isEqualTo(-1);
    assertThat(new NonNegativeTimestampExtractor().extract(without, 5)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "-5000, 0",
    "-9223372036854775808, 0",
    "1, 1",
    "9223372036854775807, 9223372036854775807"
  })
  void anyTimestampIsKeptButNoneIsBelowZero(long timestamp, long kept) {
    ConsumerRecord<Object, Object> record =
        new ConsumerRecord<>(
            "reviews",
            0,
            0,
            timestamp,
            TimestampType.CREATE_TIME,
            KEY.length,
            KEY.length,
            KEY,
            KEY,
            new RecordHeaders(),
            Optional.empty());

    assertThat(new NonNegativeTimestampExtractor().extract(record, 5)).isEqualTo(kept);
  }

  private void assertOneRecordCameOut() {
    assertThat(driver.hasScore()).isNotEqualTo(driver.hasDeadLetter());
    TestRecord<byte[], byte[]> out = driver.hasScore() ? driver.score() : driver.deadLetter();
    assertThat(out.key()).isEqualTo(KEY);
    assertThat(driver.hasScore() || driver.hasDeadLetter()).isFalse();
  }

  private TestRecord<byte[], byte[]> assertDeadLetter(
      DeadLetterReason reason, byte @Nullable [] value) {
    assertThat(driver.hasScore()).isFalse();
    TestRecord<byte[], byte[]> letter = driver.deadLetter();
    assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo(reason.name());
    assertThat(header(letter, DeadLetterHeaders.STAGE)).isEqualTo(reason.stage().name());
    assertThat(letter.key()).isEqualTo(KEY);
    assertThat(letter.value()).isEqualTo(value);
    assertThat(letter.getRecordTime()).isEqualTo(PUBLISHED);
    return letter;
  }

  private static String header(TestRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "(none)" : new String(header.value(), UTF_8);
  }

  private static TestRecord<byte[], byte[]> record(byte @Nullable [] value) {
    return new TestRecord<>(KEY, value, PUBLISHED);
  }

  private static ReviewEvent review(String text) {
    return new ReviewEvent("r1", "film-7", text, "en", null, null, Instant.ofEpochMilli(7));
  }

  private static byte[] encoded(ReviewEvent review) {
    return RecordEncoder.of(ReviewEvent.class).encode(review);
  }
}
