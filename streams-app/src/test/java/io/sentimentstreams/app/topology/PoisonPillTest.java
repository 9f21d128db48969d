package io.sentimentstreams.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.app.deadletter.DeadLetterHeaders;
import io.sentimentstreams.app.deadletter.RecordSize;
import io.sentimentstreams.app.metrics.ScoringMeters;
import io.sentimentstreams.app.review.DeadLetterReason;
import io.sentimentstreams.app.serving.ServedModels;
import io.sentimentstreams.app.serving.TinyModel;
import io.sentimentstreams.schemas.AbstainReason;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every record of the input topic becomes one score or one dead letter. */
class PoisonPillTest {

  private static final Instant PUBLISHED = ScoringDriver.NOW.minusMillis(250);
  private static final int HEADER_BYTES = 10;
  private static final byte[] GOOD = review("good");

  private final ScoringDriver driver = new ScoringDriver(TinyModel.inMemory());

  @AfterEach
  @AfterProperty
  void close() {
    driver.close();
  }

  @Property(tries = 1_000)
  void anyRecordIsOneScoreOrOneDeadLetter(
      @ForAll @From("keys") Optional<byte[]> key,
      @ForAll @From("values") Optional<byte[]> value,
      @ForAll @From("headers") Headers headers) {
    driver.publish(new TestRecord<>(key.orElse(null), value.orElse(null), headers, PUBLISHED));

    assertThat(driver.hasScore()).isNotEqualTo(driver.hasDeadLetter());
    TestRecord<byte[], byte[]> out = driver.hasScore() ? driver.score() : driver.deadLetter();
    assertThat(driver.hasScore() || driver.hasDeadLetter()).isFalse();
    assertThat(out.getRecordTime()).isEqualTo(PUBLISHED);
    assertThat(RecordSize.content(out.key(), out.value(), out.headers()))
        .isLessThan(ScoringDriver.DEAD_LETTER_MAX_BYTES);
    // A valid record afterwards shows that the stream continues.
    driver.publish(new TestRecord<>(null, GOOD, PUBLISHED));
    assertThat(driver.score().key()).isNull();
  }

  @Property(tries = 1_000)
  void anyTextIsScored(@ForAll @From("texts") String text) {
    ReviewScorer scorer =
        ScoringDriver.reviewScorer(
            ServedModels.of(TinyModel.inMemory()),
            new ScoringMeters(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)),
            Clock.systemUTC());
    ReviewEvent review =
        new ReviewEvent("r1", null, text, null, null, null, Instant.ofEpochMilli(7));

    ReviewScore score = scorer.score(review, 0);

    int unknown = score.getTokens().getOutOfVocabulary();
    if (unknown == score.getTokens().getCount()) {
      assertThat(score.getAbstained()).isEqualTo(AbstainReason.OUT_OF_VOCABULARY);
      assertThat(score.getScore()).isNull();
    } else {
      assertThat(score.getLabel()).isIn("NEGATIVE", "POSITIVE");
      assertThat(score.getScore()).isBetween(0.0, 1.0);
    }
  }

  @Test
  void aReviewOfAFutureSchemaBecomesADeadLetter() {
    Schema now = ReviewEvent.getClassSchema();
    Schema future =
        new Schema.Parser()
            .parse(
                now.toString()
                    .replace(
                        "\"fields\":[",
                        "\"fields\":[{\"name\":\"mood\",\"type\":\"string\",\"default\":\"\"},"));
    byte[] value = new byte[GOOD.length + 1];
    System.arraycopy(GOOD, 0, value, 0, HEADER_BYTES);
    long fingerprint = SchemaNormalization.parsingFingerprint64(future);
    for (int i = 0; i < Long.BYTES; i++) {
      value[2 + i] = (byte) (fingerprint >>> (8 * i));
    }
    System.arraycopy(GOOD, HEADER_BYTES, value, HEADER_BYTES + 1, GOOD.length - HEADER_BYTES);
    driver.publish(new TestRecord<>(null, value, PUBLISHED));

    TestRecord<byte[], byte[]> letter = driver.deadLetter();

    assertThat(letter.value()).isEqualTo(value);
    assertThat(letter.headers().lastHeader(DeadLetterHeaders.REASON).value())
        .asString(UTF_8)
        .isEqualTo(DeadLetterReason.UNKNOWN_FINGERPRINT.name());
  }

  @Provide
  Arbitrary<Optional<byte[]>> keys() {
    return bytes(ScoringDriver.DEAD_LETTER_MAX_BYTES * 2).optional().withoutEdgeCases();
  }

  @Provide
  Arbitrary<Headers> headers() {
    Arbitrary<String> names =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(20),
            Arbitraries.of(DeadLetterHeaders.REASON, DeadLetterHeaders.ATTEMPTS));
    Arbitrary<Optional<byte[]>> values = bytes(ScoringDriver.DEAD_LETTER_MAX_BYTES).optional();
    return Combinators.combine(names.list().ofMaxSize(3), values.list().ofSize(3))
        .as(PoisonPillTest::headers)
        .withoutEdgeCases();
  }

  @Provide
  Arbitrary<Optional<byte[]>> values() {
    Arbitrary<byte[]> any = bytes(ScoringDriver.DEAD_LETTER_MAX_BYTES * 3);
    Arbitrary<byte[]> fingerprints =
        Arbitraries.longs().map(fingerprint -> withFingerprint(fingerprint));
    Arbitrary<byte[]> bodies = bytes(100).map(PoisonPillTest::withBody);
    Arbitrary<byte[]> cut =
        Arbitraries.integers().between(0, GOOD.length + 5).map(n -> Arrays.copyOf(GOOD, n));
    Arbitrary<byte[]> texts = texts().map(PoisonPillTest::review);
    // Bytes that are invalid UTF-8, such as half a surrogate pair.
    Arbitrary<byte[]> surrogates =
        Arbitraries.of(
            withText(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}),
            withText(new byte[] {'a', (byte) 0xED, (byte) 0xBF, (byte) 0xBF}),
            withText(new byte[] {(byte) 0xFF, (byte) 0xC0, (byte) 0x80}),
            withText(new byte[0]));
    Arbitrary<byte[]> huge =
        Arbitraries.integers().between(500, 100_000).map(n -> review("good ".repeat(n)));
    return Arbitraries.oneOf(any, fingerprints, bodies, cut, texts, surrogates, huge).optional(0.9);
  }

  /** Any UTF-16, valid or not. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(300),
        Arbitraries.strings()
            .withCharRange(Character.MIN_SURROGATE, Character.MAX_SURROGATE)
            .ofMaxLength(20),
        Arbitraries.strings().withCharRange('\u0300', '\u036f').ofMaxLength(400),
        Arbitraries.of("\u0000", "\ufeff", "\u0130\u0131", "good\ud83d", "\u202e dab"));
  }

  private static Arbitrary<byte[]> bytes(int most) {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(most);
  }

  private static Headers headers(List<String> names, List<Optional<byte[]>> values) {
    Headers headers = new RecordHeaders();
    for (int i = 0; i < names.size(); i++) {
      headers.add(names.get(i), values.get(i).orElse(null));
    }
    return headers;
  }

  private static byte[] withFingerprint(long fingerprint) {
    byte[] value = GOOD.clone();
    for (int i = 0; i < Long.BYTES; i++) {
      value[2 + i] = (byte) (fingerprint >>> (8 * i));
    }
    return value;
  }

  private static byte[] withBody(byte[] body) {
    byte[] value = Arrays.copyOf(GOOD, HEADER_BYTES + body.length);
    System.arraycopy(body, 0, value, HEADER_BYTES, body.length);
    return value;
  }

  /** Returns a review whose text has exactly these bytes. */
  private static byte[] withText(byte[] text) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(body, null);
    try {
      encoder.writeString("r1");
      encoder.writeIndex(0);
      encoder.writeBytes(text);
      encoder.writeIndex(0);
      encoder.writeIndex(0);
      encoder.writeLong(7);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return withBody(body.toByteArray());
  }

  private static byte[] review(String text) {
    return RecordEncoder.of(ReviewEvent.class)
        .encode(new ReviewEvent("r1", null, text, null, null, null, Instant.ofEpochMilli(7)));
  }
}
