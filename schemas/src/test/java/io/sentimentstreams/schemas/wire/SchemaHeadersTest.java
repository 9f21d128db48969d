package io.sentimentstreams.schemas.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.wire.SchemaId.ApicurioKind;
import io.sentimentstreams.schemas.wire.UndecodableRecordException.Reason;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schema ids in headers, and ids of 8 bytes before the body. */
class SchemaHeadersTest {

  private static final UUID GUID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
  private static final SchemaId CONTENT = new SchemaId.Apicurio(ApicurioKind.CONTENT, 7);
  private static final SchemaId GLOBAL = new SchemaId.Apicurio(ApicurioKind.GLOBAL, 7);
  private static final SchemaId UNSPECIFIED = new SchemaId.Apicurio(ApicurioKind.UNSPECIFIED, 7);
  private static final ReviewEvent EVENT = event("r1");

  @Test
  void theSchemaIsThatOfTheHeader() {
    Map<HeaderValues, SchemaId> cases =
        Map.of(
            header("__value_schema_id", hex("0000000007")),
            SchemaId.of(7),
            header("__value_schema_id", hex("01" + GUID.toString().replace("-", ""))),
            new SchemaId.Guid(GUID),
            header("apicurio.value.contentId", hex("0000000000000007")),
            CONTENT,
            header("apicurio.value.globalId", hex("0000000000000007")),
            GLOBAL);

    cases.forEach(
        (headers, id) -> {
          for (ReviewEvent event : List.of(EVENT, event(""))) {
            assertThat(decoder(id).decode(body(event), headers)).isEqualTo(event);
            assertThat(WireFormat.schemaId(body(event), headers)).contains(id);
          }
        });
  }

  @Test
  void aBodyThatBeginsWithAZeroIsNotTakenForAnId() {
    HeaderValues headers = header("__value_schema_id", hex("0000000007"));
    byte[] body = body(event(""));

    assertThat(body[0]).isZero();
    assertThat(decoder(SchemaId.of(7)).decode(body, headers)).isEqualTo(event(""));
  }

  @Test
  void eightBytesOfIdBeginWithFourZeros() {
    byte[] value = concatenated(hex("000000000000000007"), body(EVENT));

    assertThat(decoder(UNSPECIFIED).decode(value)).isEqualTo(EVENT);
    assertThat(WireFormat.schemaId(value, HeaderValues.NONE)).contains(UNSPECIFIED);
    assertThat(refusal(decoder(SchemaId.of(7)), value, HeaderValues.NONE))
        .hasMessageContaining("8-byte id: 7")
        .extracting(UndecodableRecordException::reason)
        .isEqualTo(Reason.UNKNOWN_SCHEMA_ID);
  }

  @Test
  void theFingerprintOfAReleaseIsStrongerThanAHeader() {
    byte[] value = RecordEncoder.of(ReviewEvent.class).encode(EVENT);
    HeaderValues headers = header("__value_schema_id", hex("0000000007"));

    assertThat(decoder(SchemaId.of(7)).decode(value, headers)).isEqualTo(EVENT);
    assertThat(RecordDecoder.of(ReviewEvent.class).decode(value, headers)).isEqualTo(EVENT);
    assertThat(
            RecordDecoder.of(ReviewEvent.class)
                .decode(value, header("__value_schema_id", hex("aa"))))
        .isEqualTo(EVENT);
  }

  @Test
  void aBodyThatBeginsLikeASingleObjectIsReadWithTheSchemaOfTheHeader() {
    Schema writer =
        new Schema.Parser()
            .parse(
                ReviewEvent.getClassSchema()
                    .toString()
                    .replace("\"fields\":[", "\"fields\":[{\"name\":\"n\",\"type\":\"int\"},"));
    byte[] value = concatenated(hex("c301"), body(event("a long identifier")));
    RecordDecoder<ReviewEvent> decoder =
        RecordDecoder.of(
            ReviewEvent.class, id -> WriterSchema.resolve(writer, ReviewEvent.getClassSchema()));

    assertThat(decoder.decode(value, header("__value_schema_id", hex("0000000007"))))
        .isEqualTo(event("a long identifier"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00", "00000007", "000000000700", "0200000007", "0100000007", "37"})
  void aHeaderOfAnotherFormatIsRefusedByName(String value) {
    HeaderValues headers = header("__value_schema_id", hex(value));

    assertThat(refusal(decoder(SchemaId.of(7)), body(EVENT), headers))
        .hasMessageContaining("__value_schema_id")
        .hasMessageContaining(value.length() / 2 + " bytes")
        .extracting(UndecodableRecordException::reason)
        .isEqualTo(Reason.UNKNOWN_SCHEMA_ID);
    assertThat(WireFormat.schemaId(body(EVENT), headers)).isEmpty();
  }

  @Test
  void anApicurioHeaderOfAnotherFormatIsRefusedByName() {
    for (String name : List.of("apicurio.value.contentId", "apicurio.value.globalId")) {
      assertThat(refusal(decoder(CONTENT), body(EVENT), header(name, "7".getBytes(UTF_8))))
          .hasMessageContaining(name)
          .hasMessageContaining("8 bytes of id");
    }
  }

  @Test
  void avroInJsonIsRefusedByName() {
    Map<String, byte[]> headers =
        Map.of(
            "apicurio.value.contentId", hex("0000000000000007"),
            "apicurio.value.encoding", "JSON".getBytes(UTF_8));

    assertThat(
            refusal(
                decoder(CONTENT),
                "{}".getBytes(UTF_8),
                name -> Optional.ofNullable(headers.get(name))))
        .hasMessageContaining("apicurio.registry.avro.encoding=BINARY")
        .extracting(UndecodableRecordException::reason)
        .isEqualTo(Reason.NOT_SINGLE_OBJECT);
    Map<String, byte[]> binary = new HashMap<>(headers);
    binary.put("apicurio.value.encoding", "BINARY".getBytes(UTF_8));
    assertThat(decoder(CONTENT).decode(body(EVENT), name -> Optional.ofNullable(binary.get(name))))
        .isEqualTo(EVENT);
  }

  @Test
  void theMessageNamesTheHeader() {
    HeaderValues headers = header("__value_schema_id", hex("01" + "ab".repeat(16)));

    assertThat(refusal(RecordDecoder.of(ReviewEvent.class), body(EVENT), headers))
        .hasMessageContaining("GUID abababab-abab-abab-abab-abababababab in the header __value_sch")
        .extracting(UndecodableRecordException::reason)
        .isEqualTo(Reason.NO_REGISTRY);
    assertThat(refusal(decoder(CONTENT), body(EVENT), headers))
        .hasMessageContaining("GUID: abababab-abab-abab-abab-abababababab in the header")
        .extracting(UndecodableRecordException::reason)
        .isEqualTo(Reason.UNKNOWN_SCHEMA_ID);
    assertThat(
            refusal(decoder(CONTENT), body(EVENT), header("apicurio.value.artifactId", hex("61"))))
        .hasMessageContaining("without an id of the schema")
        .extracting(UndecodableRecordException::reason)
        .isEqualTo(Reason.NOT_SINGLE_OBJECT);
  }

  @Test
  void aMissingPartOfTheSchemaIsNamed() {
    RecordDecoder<ReviewEvent> incomplete =
        RecordDecoder.of(ReviewEvent.class, id -> new WriterSchema.Incomplete("a part is missing"));

    assertThat(
            refusal(
                incomplete,
                RecordEncoder.of(ReviewEvent.class, 7).encode(EVENT),
                HeaderValues.NONE))
        .hasMessageContaining("a part is missing")
        .extracting(UndecodableRecordException::reason)
        .isEqualTo(Reason.UNRESOLVABLE_SCHEMA);
  }

  private static RecordDecoder<ReviewEvent> decoder(SchemaId known) {
    return RecordDecoder.of(
        ReviewEvent.class,
        id ->
            id.equals(known)
                ? new WriterSchema.Resolvable(ReviewEvent.getClassSchema())
                : new WriterSchema.Unknown());
  }

  private static UndecodableRecordException refusal(
      RecordDecoder<ReviewEvent> decoder, byte[] value, HeaderValues headers) {
    return catchThrowableOfType(
        UndecodableRecordException.class, () -> decoder.decode(value, headers));
  }

  private static HeaderValues header(String name, byte[] value) {
    return asked -> asked.equals(name) ? Optional.of(value) : Optional.empty();
  }

  private static byte[] body(ReviewEvent event) {
    byte[] single = RecordEncoder.of(ReviewEvent.class).encode(event);
    return Arrays.copyOfRange(single, 10, single.length);
  }

  private static byte[] concatenated(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  private static byte[] hex(String digits) {
    return java.util.HexFormat.of().parseHex(digits);
  }

  private static ReviewEvent event(String id) {
    return new ReviewEvent(id, null, "good", null, null, null, Instant.EPOCH);
  }
}
