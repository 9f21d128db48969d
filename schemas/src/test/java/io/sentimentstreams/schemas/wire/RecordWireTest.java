package io.sentimentstreams.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sentimentstreams.schemas.AbstainReason;
import io.sentimentstreams.schemas.LabelProbability;
import io.sentimentstreams.schemas.ModelReference;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.TokenCounts;
import io.sentimentstreams.schemas.wire.UndecodableRecordException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordWireTest {

  private final RecordEncoder<ReviewEvent> encoder = RecordEncoder.of(ReviewEvent.class);
  private final RecordDecoder<ReviewEvent> decoder = RecordDecoder.of(ReviewEvent.class);

  @Property
  void aDecodedEventEqualsTheEncodedOne(@ForAll("events") ReviewEvent event) {
    assertThat(decoder.decode(encoder.encode(event))).isEqualTo(event);
  }

  @Property
  void aDecodedScoreEqualsTheEncodedOne(@ForAll("scores") ReviewScore score) {
    byte[] bytes = RecordEncoder.of(ReviewScore.class).encode(score);

    assertThat(RecordDecoder.of(ReviewScore.class).decode(bytes)).isEqualTo(score);
  }

  @Property
  void anyBytesAreARecordOrAnUndecodableRecord(@ForAll byte[] bytes) {
    decodeOrRefuse(bytes);
  }

  @Property
  void anyBodyIsARecordOrAnUndecodableRecord(@ForAll byte[] body) {
    byte[] header = Arrays.copyOf(encoder.encode(event("good")), 10);

    decodeOrRefuse(concatenated(header, body));
  }

  @Property
  void aTruncatedEventIsUndecodable(@ForAll("events") ReviewEvent event, @ForAll int where) {
    byte[] bytes = encoder.encode(event);
    byte[] cut = Arrays.copyOf(bytes, Math.floorMod(where, bytes.length));

    assertThatThrownBy(() -> decoder.decode(cut)).isInstanceOf(UndecodableRecordException.class);
  }

  @Test
  void theFingerprintIsEightLittleEndianBytesOfCrc64Avro() {
    long fingerprint = crc64Avro(SchemaNormalization.toParsingForm(ReviewEvent.getClassSchema()));

    byte[] bytes = encoder.encode(event("good"));

    assertThat(bytes[0]).isEqualTo((byte) 0xC3);
    assertThat(bytes[1]).isEqualTo((byte) 0x01);
    for (int i = 0; i < 8; i++) {
      assertThat(bytes[2 + i]).isEqualTo((byte) (fingerprint >>> (8 * i)));
    }
  }

  @Test
  void anEventOfAnOlderReleaseIsReadWithDefaults() throws IOException {
    Schema older =
        new Schema.Parser()
            .parse(
                """
                {"type": "record", "name": "ReviewEvent", "namespace": "io.sentimentstreams.schemas",
                 "fields": [{"name": "reviewId", "type": "string"},
                            {"name": "text", "type": "string"},
                            {"name": "occurredAt",
                             "type": {"type": "long", "logicalType": "timestamp-millis"}}]}
                """);
    GenericRecord written = new GenericData.Record(older);
    written.put("reviewId", "r1");
    written.put("text", "good");
    written.put("occurredAt", 5L);
    byte[] bytes = new BinaryMessageEncoder<>(GenericData.get(), older).encode(written).array();
    Schema newer = SchemaReleases.of("ReviewEvent").newest();

    RecordDecoder<ReviewEvent> both =
        new RecordDecoder<>(
            ReviewEvent.class, new SchemaReleases(List.of(older, newer)), Optional.empty());

    assertThat(both.decode(bytes))
        .isEqualTo(new ReviewEvent("r1", null, "good", null, null, null, Instant.ofEpochMilli(5)));
    assertThat(reasonFor(bytes)).isEqualTo(Reason.UNKNOWN_FINGERPRINT);
  }

  @Test
  void plainTextIsNotSingleObjectEncoded() {
    byte[] json = "{\"text\": \"good\"}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> decoder.decode(json))
        .isInstanceOf(UndecodableRecordException.class)
        .hasMessageContainingAll("16 bytes", "7b22");
    assertThat(reasonFor(json)).isEqualTo(Reason.NOT_SINGLE_OBJECT);
    assertThat(reasonFor(new byte[0])).isEqualTo(Reason.NOT_SINGLE_OBJECT);
  }

  @Test
  void theMessageHasTheUnknownFingerprint() {
    byte[] bytes = encoder.encode(event("good"));
    System.arraycopy(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, 0, bytes, 2, 8);

    assertThat(reasonFor(bytes)).isEqualTo(Reason.UNKNOWN_FINGERPRINT);
    assertThatThrownBy(() -> decoder.decode(bytes)).hasMessageContaining("0102030405060708");
  }

  @Test
  void jsonIsNamed() {
    for (String json : new String[] {"{}", "[1]", "\uFEFF{}", "\r\n {}", "\uFEFF \n[]"}) {
      assertThatThrownBy(() -> decoder.decode(json.getBytes(StandardCharsets.UTF_8)))
          .hasMessageContaining("like JSON. Set input.format=json");
    }
    assertThatThrownBy(() -> decoder.decode("good".getBytes(StandardCharsets.UTF_8)))
        .hasMessageNotContainingAny("JSON");
  }

  @Test
  void trailingBytesAreRejected() {
    byte[] bytes = concatenated(encoder.encode(event("good")), new byte[] {0, 0, 0});

    assertThat(reasonFor(bytes)).isEqualTo(Reason.TRAILING_BYTES);
    assertThatThrownBy(() -> decoder.decode(bytes))
        .hasMessageStartingWith("Bytes follow the record: 3");
  }

  @Test
  void aLengthOfTwoGigabytesIsRejectedBeforeAllocation() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(encoder.encode(event("good")), 0, 10);
    BinaryEncoder body = EncoderFactory.get().directBinaryEncoder(out, null);
    body.writeLong(Integer.MAX_VALUE - 16L);
    byte[] bytes = out.toByteArray();

    Throwable refusal =
        catchThrowableOfType(UndecodableRecordException.class, () -> decoder.decode(bytes));

    assertThat(reasonFor(bytes)).isEqualTo(Reason.CORRUPT_BODY);
    assertThat(refusal).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void aDecoderWorksAfterARejection() {
    assertThat(reasonFor(Arrays.copyOf(encoder.encode(event("good")), 12)))
        .isEqualTo(Reason.CORRUPT_BODY);

    assertThat(decoder.decode(encoder.encode(event("fine"))).getText()).isEqualTo("fine");
  }

  @Provide
  Arbitrary<ReviewEvent> events() {
    Arbitrary<String> text = Arbitraries.strings().ofMaxLength(50);
    Arbitrary<Instant> instants =
        Arbitraries.longs().between(0, 1L << 45).map(Instant::ofEpochMilli);
    return Combinators.combine(
            text,
            text.injectNull(0.3),
            text,
            text.injectNull(0.3),
            text.injectNull(0.3),
            Arbitraries.integers().between(1, 5).injectNull(0.3),
            instants)
        .as(ReviewEvent::new);
  }

  @Provide
  Arbitrary<ReviewScore> scores() {
    Arbitrary<String> text = Arbitraries.strings().withCharRange('a', 'z').ofMaxLength(20);
    Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1);
    Arbitrary<Integer> counts = Arbitraries.integers().greaterOrEqual(0);
    Arbitrary<Instant> instants =
        Arbitraries.longs().between(0, 1L << 45).map(Instant::ofEpochMilli);
    return Combinators.combine(
            text,
            text.injectNull(0.3),
            Combinators.combine(
                    Combinators.combine(text, shares).as(LabelProbability::new).list().ofMaxSize(5),
                    shares.injectNull(0.3),
                    Arbitraries.of(AbstainReason.class).injectNull(0.3))
                .as(Answer::new),
            text.injectNull(0.3),
            Combinators.combine(text, text, text, text).as(ModelReference::new).injectNull(0.3),
            Combinators.combine(counts, counts, counts).as(TokenCounts::new).injectNull(0.3),
            instants,
            instants)
        .as(
            (id, label, answer, language, model, tokens, occurred, scored) ->
                new ReviewScore(
                    id,
                    language,
                    label,
                    answer.probabilities(),
                    answer.score(),
                    answer.abstained(),
                    language,
                    model,
                    tokens,
                    occurred,
                    scored));
  }

  private record Answer(
      List<LabelProbability> probabilities,
      @Nullable Double score,
      @Nullable AbstainReason abstained) {}

  private void decodeOrRefuse(byte[] bytes) {
    try {
      assertThat(decoder.decode(bytes).getText()).isNotNull();
    } catch (UndecodableRecordException refused) {
      assertThat(refused.reason()).isNotNull();
    }
  }

  private Reason reasonFor(byte[] bytes) {
    return catchThrowableOfType(UndecodableRecordException.class, () -> decoder.decode(bytes))
        .reason();
  }

  private static ReviewEvent event(String text) {
    return new ReviewEvent("r1", null, text, null, null, null, Instant.EPOCH);
  }

  private static byte[] concatenated(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  /** Computes CRC-64-AVRO bit by bit with the polynomial of the Avro specification. */
  private static long crc64Avro(String text) {
    long empty = 0xc15d213aa4d7a795L;
    long fingerprint = empty;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      fingerprint ^= b & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        fingerprint = (fingerprint >>> 1) ^ (empty & -(fingerprint & 1L));
      }
    }
    return fingerprint;
  }
}
