package io.sentimentstreams.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.wire.UndecodableRecordException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

/** Records with the schema id of a registry. */
class RegisteredWireTest {

  private static final int OURS = 7;
  private static final int UNKNOWN = 404;
  private static final String HEAD =
      """
      {"type": "record", "name": "ReviewEvent", "namespace": "io.sentimentstreams.schemas",
       "fields": [{"name": "reviewId", "type": "string"}, {"name": "text", "type": "string"},
                  {"name": "occurredAt",
                   "type": {"type": "long", "logicalType": "timestamp-millis"}}%s]}
      """;

  private final RecordEncoder<ReviewEvent> encoder = RecordEncoder.of(ReviewEvent.class, OURS);
  private final RecordDecoder<ReviewEvent> decoder =
      RecordDecoder.of(ReviewEvent.class, id -> known(id));

  @Test
  void theHeaderIsAZeroAndFourBigEndianBytesOfId() {
    byte[] bytes = RecordEncoder.of(ReviewEvent.class, 0x01020304).encode(event("good"));

    assertThat(Arrays.copyOf(bytes, 5)).containsExactly(0, 1, 2, 3, 4);
    byte[] single = RecordEncoder.of(ReviewEvent.class).encode(event("good"));
    assertThat(Arrays.copyOfRange(bytes, 5, bytes.length))
        .isEqualTo(Arrays.copyOfRange(single, 10, single.length));
  }

  @Property
  void aDecodedEventEqualsTheEncodedOneInEitherFormat(@ForAll String text) {
    String whole = text.replaceAll("\\p{Cs}", "");

    assertThat(decoder.decode(encoder.encode(event(whole)))).isEqualTo(event(whole));
    assertThat(decoder.decode(RecordEncoder.of(ReviewEvent.class).encode(event(whole))))
        .isEqualTo(event(whole));
  }

  @Property
  void anyBodyIsARecordOrUndecodable(@ForAll byte[] body) {
    try {
      assertThat(decoder.decode(WireFormat.registered(OURS, ByteBuffer.wrap(body)))).isNotNull();
    } catch (UndecodableRecordException refused) {
      assertThat(refused.reason()).isNotNull();
    }
  }

  @Test
  void aRecordOfAnotherSchemaIsResolvedToTheCurrentOne() throws IOException {
    Schema writer =
        schema(",{\"name\": \"stars\", \"type\": {\"type\": \"array\", \"items\": \"int\"}}");
    GenericRecord written = new GenericData.Record(writer);
    written.put("reviewId", "r1");
    written.put("text", "good");
    written.put("occurredAt", 5L);
    written.put("stars", List.of(1, 2, 3));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    BinaryEncoder out = EncoderFactory.get().binaryEncoder(body, null);
    new GenericDatumWriter<GenericRecord>(writer).write(written, out);
    out.flush();
    RecordDecoder<ReviewEvent> knowsIt =
        RecordDecoder.of(
            ReviewEvent.class, id -> WriterSchema.resolve(writer, ReviewEvent.getClassSchema()));

    assertThat(knowsIt.decode(WireFormat.registered(9, ByteBuffer.wrap(body.toByteArray()))))
        .isEqualTo(new ReviewEvent("r1", null, "good", null, null, null, Instant.ofEpochMilli(5)));
  }

  @Test
  void theMessageHasTheIdWithoutARegistry() {
    byte[] bytes = encoder.encode(event("good"));
    RecordDecoder<ReviewEvent> without = RecordDecoder.of(ReviewEvent.class);

    assertThat(refusal(without, bytes).reason()).isEqualTo(Reason.NO_REGISTRY);
    assertThat(refusal(without, bytes)).hasMessageContaining("id 7");
  }

  @Test
  void theMessageHasAnUnknownId() {
    byte[] bytes = RecordEncoder.of(ReviewEvent.class, UNKNOWN).encode(event("good"));

    assertThat(refusal(decoder, bytes).reason()).isEqualTo(Reason.UNKNOWN_SCHEMA_ID);
    assertThat(refusal(decoder, bytes)).hasMessageContaining("404");
  }

  @Test
  void theMessageHasTheReasonOfAnUnresolvableSchema() {
    Schema other =
        new Schema.Parser().parse("{\"type\": \"record\", \"name\": \"Order\", \"fields\": []}");
    RecordDecoder<ReviewEvent> orders =
        RecordDecoder.of(
            ReviewEvent.class, id -> WriterSchema.resolve(other, ReviewEvent.getClassSchema()));
    byte[] bytes = {0, 0, 0, 0, 3};

    assertThat(refusal(orders, bytes).reason()).isEqualTo(Reason.UNRESOLVABLE_SCHEMA);
    assertThat(refusal(orders, bytes))
        .hasMessageContaining("id 3")
        .hasMessageContaining("io.sentimentstreams.schemas.ReviewEvent")
        .hasMessageContaining("field 'reviewId' is missing")
        .hasMessageNotContaining("itemId");
  }

  @Test
  void corruptBodiesAndTrailingBytesAreRejected() {
    byte[] bytes = encoder.encode(event("good"));

    assertThat(refusal(decoder, Arrays.copyOf(bytes, bytes.length - 1)))
        .hasMessageContaining("id 7: ")
        .extracting(UndecodableRecordException::reason)
        .isEqualTo(Reason.CORRUPT_BODY);
    assertThat(refusal(decoder, Arrays.copyOf(bytes, bytes.length + 1)).reason())
        .isEqualTo(Reason.TRAILING_BYTES);
  }

  @Test
  void fourBytesAreNotAHeader() {
    assertThat(refusal(decoder, new byte[4]).reason()).isEqualTo(Reason.NOT_SINGLE_OBJECT);
  }

  @Test
  void exceptionsOfTheRegistryAreThrownAndNotCached() {
    int[] asked = {0};
    RecordDecoder<ReviewEvent> patient =
        RecordDecoder.of(
            ReviewEvent.class,
            id -> {
              if (asked[0]++ == 0) {
                throw new IllegalStateException("down");
              }
              return known(id);
            });
    byte[] bytes = encoder.encode(event("good"));

    assertThatThrownBy(() -> patient.decode(bytes)).hasMessage("down");
    assertThat(patient.decode(bytes)).isEqualTo(patient.decode(bytes));
    assertThat(asked[0]).isEqualTo(2);
  }

  @Test
  void aSchemaWithUnboundedWorkIsRejected() {
    String list =
        ",{\"name\": \"next\", \"type\": [\"null\", {\"type\": \"record\", \"name\": \"Node\","
            + " \"fields\": [{\"name\": \"next\", \"type\": [\"null\", \"Node\"]}]}]}";
    assertThat(resolved(list))
        .isInstanceOfSatisfying(
            WriterSchema.Unresolvable.class, u -> assertThat(u.why()).contains("refers to itself"));

    String nothings = ",{\"name\": \"n\", \"type\": {\"type\": \"array\", \"items\": \"null\"}}";
    assertThat(resolved(nothings))
        .isInstanceOfSatisfying(
            WriterSchema.Unresolvable.class, u -> assertThat(u.why()).contains("items of 0 bytes"));
    String emptyRecords =
        ",{\"name\": \"n\", \"type\": {\"type\": \"map\", \"values\": {\"type\": \"array\","
            + " \"items\": {\"type\": \"record\", \"name\": \"E\", \"fields\": [{\"name\": \"f\","
            + " \"type\": {\"type\": \"fixed\", \"name\": \"F\", \"size\": 0}}]}}}}";
    assertThat(resolved(emptyRecords)).isInstanceOf(WriterSchema.Unresolvable.class);
  }

  @Test
  void aSchemaThatDoublesAtEachLevelIsRejectedImmediately() {
    StringBuilder levels = new StringBuilder();
    StringBuilder ends = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      levels.append(
          "{\"type\": \"record\", \"name\": \"L%d\", \"fields\": [{\"name\": \"a\", \"type\": "
              .formatted(i));
      ends.insert(0, "}, {\"name\": \"b\", \"type\": \"L%d\"}]}".formatted(i + 1));
    }
    String last = "{\"type\": \"record\", \"name\": \"L60\", \"fields\": []}";
    String field = ",{\"name\": \"x\", \"type\": " + levels + last + ends + "}";

    assertThat(resolved(field)).isInstanceOf(WriterSchema.Unresolvable.class);
  }

  @Test
  void harmlessFieldsOfAnotherSchemaAreAccepted() {
    String nested =
        ",{\"name\": \"x\", \"type\": {\"type\": \"array\", \"items\": {\"type\": \"record\","
            + " \"name\": \"R\", \"fields\": [{\"name\": \"a\", \"type\": \"int\"}]}}},{\"name\":"
            + " \"y\", \"type\": {\"type\": \"map\", \"values\": [\"null\", \"R\"]}}";

    assertThat(resolved(nested)).isInstanceOf(WriterSchema.Resolvable.class);
  }

  private static WriterSchema known(SchemaId id) {
    return id.equals(SchemaId.of(OURS))
        ? new WriterSchema.Resolvable(SchemaReleases.of("ReviewEvent").newest())
        : new WriterSchema.Unknown();
  }

  private static WriterSchema resolved(String furtherFields) {
    return WriterSchema.resolve(schema(furtherFields), ReviewEvent.getClassSchema());
  }

  private static Schema schema(String furtherFields) {
    return new Schema.Parser().parse(HEAD.formatted(furtherFields));
  }

  private static UndecodableRecordException refusal(
      RecordDecoder<ReviewEvent> decoder, byte[] bytes) {
    return catchThrowableOfType(UndecodableRecordException.class, () -> decoder.decode(bytes));
  }

  private static ReviewEvent event(String text) {
    return new ReviewEvent("r1", null, text, null, null, null, Instant.EPOCH);
  }
}
