package io.sentimentstreams.schemas.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.wire.UndecodableRecordException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records whose schema other programs made: Connect, ksqlDB, Spark, Debezium and others. */
class ForeignWriterTest {

  private static final int ID = 9;
  private static final long MILLIS = 1_770_091_445_123L;
  private static final String STRING = "\"string\"";
  private static final String OPTIONAL = "[\"null\", \"string\"]";
  private static final String TIME = "{\"type\": \"long\", \"logicalType\": \"timestamp-millis\"}";
  private static final ReviewEvent EVENT =
      new ReviewEvent("r1", "film-7", "good", "en", "shop", null, Instant.ofEpochMilli(MILLIS));

  @ParameterizedTest
  @CsvSource({
    "timestamp-millis, 1770091445123, 1770091445123",
    "local-timestamp-millis, 1770091445123, 1770091445123",
    "timestamp-micros, 1770091445123456, 1770091445123",
    "local-timestamp-micros, 1770091445123999, 1770091445123",
    "timestamp-nanos, 1770091445123456789, 1770091445123",
    "local-timestamp-nanos, 1770091445123456789, 1770091445123",
    "timestamp-micros, -1, -1",
    "timestamp-micros, -1000, -1",
    "timestamp-micros, -1001, -2",
    "timestamp-nanos, -1, -1",
    "timestamp-nanos, 999999, 0",
    "timestamp-micros, 9223372036854775807, 9223372036854775",
    "timestamp-nanos, -9223372036854775808, -9223372036855"
  })
  void timestampsAreConvertedFromTheUnitOfTheWriter(String unit, long written, long millis) {
    String type = "{\"type\": \"long\", \"logicalType\": \"" + unit + "\"}";

    assertThat(decoded(schemaWithTime(type), values(written)).getOccurredAt())
        .isEqualTo(Instant.ofEpochMilli(millis));
    assertThat(decoded(schemaWithTime("[\"null\", " + type + "]"), values(written)).getOccurredAt())
        .isEqualTo(Instant.ofEpochMilli(millis));
    assertThat(decoded(schemaWithTime("[" + type + ", \"null\"]"), values(written)).getOccurredAt())
        .isEqualTo(Instant.ofEpochMilli(millis));
  }

  @ParameterizedTest
  @CsvSource({
    "io.debezium.time.MicroTimestamp, 1770091445123456",
    "io.debezium.time.NanoTimestamp, 1770091445123456789",
    "io.debezium.time.Timestamp, 1770091445123",
    "org.apache.kafka.connect.data.Timestamp, 1770091445123",
    "com.shop.OrderTime, 1770091445123"
  })
  void timestampsOfConnectWithoutALogicalTypeAreConverted(String name, long written) {
    String type = "{\"type\": \"long\", \"connect.name\": \"" + name + "\"}";

    assertThat(decoded(schemaWithTime(type), values(written)).getOccurredAt())
        .isEqualTo(Instant.ofEpochMilli(MILLIS));
  }

  @Test
  void numbersWithoutALogicalTypeAreMilliseconds() {
    assertThat(decoded(schemaWithTime("\"long\""), values(MILLIS)).getOccurredAt())
        .isEqualTo(Instant.ofEpochMilli(MILLIS));
    assertThat(decoded(schemaWithTime("\"int\""), values(1_500)).getOccurredAt())
        .isEqualTo(Instant.ofEpochMilli(1_500));
    assertThat(
            decoded(schemaWithTime("[\"int\", \"null\", " + TIME + "]"), values(MILLIS))
                .getOccurredAt())
        .isEqualTo(Instant.ofEpochMilli(MILLIS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\": \"int\", \"logicalType\": \"date\"}|int with logical type date",
        "{\"type\": \"int\", \"logicalType\": \"time-millis\"}|time-millis",
        "{\"type\": \"long\", \"logicalType\": \"time-micros\"}|time-micros",
        "{\"type\": \"long\", \"logicalType\": \"timestamp-seconds\"}|timestamp-seconds",
        "{\"type\": \"int\", \"logicalType\": \"timestamp-millis\"}|int with logical type",
        "{\"type\": \"long\", \"logicalType\": 7}|long with logical type 7",
        "{\"type\": \"long\", \"connect.name\": \"io.debezium.time.MicroTime\"}|MicroTime",
        "{\"type\": \"int\", \"connect.name\": \"io.debezium.time.Date\"}|io.debezium.time.Date",
        "{\"type\": \"int\", \"connect.name\": \"org.apache.kafka.connect.data.Date\"}|data.Date",
        "[\"null\", {\"type\": \"int\", \"logicalType\": \"date\"}]|int with logical type date",
        "\"string\"|string",
        "\"double\"|double",
        "\"null\"|always null"
      })
  void otherTypesOfTimeAreRefusedByName(String type, String name) {
    assertThat(resolved(schemaWithTime(type)))
        .isInstanceOfSatisfying(
            WriterSchema.Unresolvable.class,
            refused -> assertThat(refused.why()).contains("'occurredAt'", name));
  }

  @Test
  void aBranchThatIsNotATimestampIsRefusedAlone() {
    for (String other :
        List.of("{\"type\": \"int\", \"logicalType\": \"date\"}", "\"string\"", "\"double\"")) {
      Schema writer = schemaWithTime("[" + other + ", \"null\", " + TIME + "]");
      Map<String, Object> values = values(MILLIS);
      values.put(
          "occurredAt", other.contains("int") ? 20_487 : other.contains("string") ? "now" : 1.5);

      assertThat(decoded(writer, values(MILLIS))).isEqualTo(EVENT);
      assertThat(refusal(writer, bytes(writer, values)))
          .hasMessageContaining("'occurredAt' is ")
          .extracting(UndecodableRecordException::reason)
          .isEqualTo(Reason.MISSING_VALUE);
    }
  }

  @Test
  void aBranchThatDoesNotExistIsACorruptBody() throws IOException {
    Schema all = schema(OPTIONAL, OPTIONAL, "[\"null\", " + TIME + "]", "");
    byte[] good = bytes(all, values(MILLIS));
    byte[] noBranchOfId = good.clone();
    noBranchOfId[5] = 18;
    byte[] noBranchOfTime = good.clone();
    noBranchOfTime[good.length - 7] = 18;
    byte[] negativeBranchOfTime = good.clone();
    negativeBranchOfTime[good.length - 7] = 1;

    for (byte[] bad : List.of(noBranchOfId, noBranchOfTime, negativeBranchOfTime)) {
      assertThat(refusal(all, bad))
          .hasMessageContaining("does not match the schema with id 9")
          .hasMessageContaining("Check the producer's serializer.")
          .extracting(UndecodableRecordException::reason)
          .isEqualTo(Reason.CORRUPT_BODY);
    }
  }

  @Test
  void aFieldInUpperCaseIsNamed() {
    assertThat(
            resolved(
                parse(schema(STRING, STRING, TIME, "").toString().replace("reviewId", "REVIEWID"))))
        .isEqualTo(
            new WriterSchema.Unresolvable("field 'reviewId' is missing, but there is 'REVIEWID'"));
  }

  @Test
  void nullableColumnsAreReadByTheBranchThatWasWritten() {
    for (String nullable : List.of(OPTIONAL, "[\"string\", \"null\"]")) {
      Schema all = schema(nullable, nullable, "[\"null\", " + TIME + "]", "");

      assertThat(decoded(all, values(MILLIS))).isEqualTo(EVENT);
      for (String required : List.of("reviewId", "text", "occurredAt")) {
        Map<String, Object> values = values(MILLIS);
        values.put(required, null);
        assertThat(refusal(all, bytes(all, values)))
            .hasMessageContaining("'" + required + "' is null")
            .extracting(UndecodableRecordException::reason)
            .isEqualTo(Reason.MISSING_VALUE);
      }
    }
  }

  @Test
  void aDecoderContinuesAfterANull() {
    Schema all = schema(OPTIONAL, OPTIONAL, "[\"null\", " + TIME + "]", "");
    Map<String, Object> withoutText = values(MILLIS);
    withoutText.put("text", null);
    RecordDecoder<ReviewEvent> decoder = decoder(all);

    for (int i = 0; i < 3; i++) {
      assertThat(
              catchThrowableOfType(
                      UndecodableRecordException.class,
                      () -> decoder.decode(bytes(all, withoutText)))
                  .reason())
          .isEqualTo(Reason.MISSING_VALUE);
      assertThat(decoder.decode(bytes(all, values(MILLIS)))).isEqualTo(EVENT);
    }
  }

  @Test
  void aUnionAroundTheRecordIsReadByTheBranchThatWasWritten() throws IOException {
    Schema record = schema(STRING, STRING, TIME, "");
    for (List<Schema> branches :
        List.of(
            List.of(Schema.create(Schema.Type.NULL), record),
            List.of(record, Schema.create(Schema.Type.NULL)))) {
      Schema union = Schema.createUnion(branches);
      int branch = branches.indexOf(record);

      assertThat(decoder(union).decode(framed(branch, body(record, values(MILLIS)))))
          .isEqualTo(EVENT);
      assertThat(refusal(union, framed(1 - branch, new byte[0])))
          .hasMessageContaining("The record is null")
          .extracting(UndecodableRecordException::reason)
          .isEqualTo(Reason.MISSING_VALUE);
      assertThat(refusal(union, framed(2, new byte[0])).reason()).isEqualTo(Reason.CORRUPT_BODY);
    }
  }

  @Test
  void aBranchOfAnotherRecordIsRefusedAlone() throws IOException {
    Schema record = schema(STRING, STRING, TIME, "");
    Schema other = parse("{\"type\": \"record\", \"name\": \"Order\", \"fields\": []}");
    Schema union = Schema.createUnion(List.of(other, record));

    assertThat(decoder(union).decode(framed(1, body(record, values(MILLIS))))).isEqualTo(EVENT);
    assertThat(refusal(union, framed(0, new byte[0])))
        .hasMessageContaining("'text' is missing")
        .extracting(UndecodableRecordException::reason)
        .isEqualTo(Reason.UNRESOLVABLE_SCHEMA);
    assertThat(resolved(Schema.createUnion(List.of(other, Schema.create(Schema.Type.NULL)))))
        .isInstanceOf(WriterSchema.Unresolvable.class);
    assertThat(resolved(parse("[\"null\"]"))).isInstanceOf(WriterSchema.Unresolvable.class);
    assertThat(resolved(parse("\"string\""))).isInstanceOf(WriterSchema.Unresolvable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"name\": \"Review\", \"namespace\": \"com.shop\"",
        "\"name\": \"record\"",
        "\"name\": \"ReviewEvent\"",
        "\"name\": \"topLevelRecord\"",
        "\"name\": \"my-record\", \"namespace\": \"com.my-shop\"",
        "\"name\": \"Envelope\", \"namespace\": \"1.2\"",
        "\"name\": \"KsqlDataSourceSchema\", \"namespace\": \"io.confluent.ksql.avro_schemas\""
      })
  void theNameOfTheRecordDoesNotMatter(String name) {
    Schema writer =
        parse(
            schema(STRING, STRING, TIME, "")
                .toString()
                .replace(
                    "\"name\":\"ReviewEvent\",\"namespace\":\"io.sentimentstreams.schemas\"",
                    name));

    assertThat(writer.getName())
        .isIn(
            "Review",
            "record",
            "ReviewEvent",
            "topLevelRecord",
            "my-record",
            "Envelope",
            "KsqlDataSourceSchema");
    assertThat(decoded(writer, values(MILLIS))).isEqualTo(EVENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\": \"n\", \"type\": \"int\", \"default\": 1.5}",
        "{\"name\": \"n\", \"type\": \"int\", \"default\": null}",
        "{\"name\": \"n\", \"type\": \"int\", \"default\": \"seven\"}",
        "{\"name\": \"my-field\", \"type\": \"int\"}",
        "{\"name\": \"7th field\", \"type\": \"int\"}",
        "{\"name\": \"n\", \"type\": \"int\", \"aliases\": [\"text\", \"a-b\"]}",
        "{\"name\": \"n\", \"type\": {\"type\": \"int\", \"logicalType\": \"decimal\"}}"
      })
  void defaultsAndNamesOfTheWriterAreNotChecked(String field) {
    Schema writer = schema(STRING, STRING, TIME, "," + field);
    Map<String, Object> values = values(MILLIS);
    values.put(writer.getFields().get(6).name(), 7);

    assertThat(decoded(writer, values)).isEqualTo(EVENT);
  }

  @Test
  void invalidDefaultsOfOurOwnFieldsAreNotUsed() {
    Schema writer =
        parse(
            """
            {"type": "record", "name": "R", "fields": [
              {"name": "reviewId", "type": "string", "default": null},
              {"name": "itemId", "type": ["null", "string"], "default": "null"},
              {"name": "text", "type": "string", "default": 7},
              {"name": "language", "type": ["string", "null"], "default": null},
              {"name": "source", "type": "string"},
              {"name": "occurredAt", "type": %s, "default": "now"}]}
            """
                .formatted(TIME));

    assertThat(decoded(writer, values(MILLIS))).isEqualTo(EVENT);
  }

  @Test
  void otherFieldsAreSkippedWhateverTheirType() {
    Schema writer =
        schema(
            STRING,
            STRING,
            TIME,
            """
            ,{"name": "mood", "type": {"type": "enum", "name": "Mood", "symbols": ["a-b", "c"]}},
            {"name": "price", "type": {"type": "bytes", "logicalType": "decimal", "precision": 2,
                                       "scale": 5}},
            {"name": "nested", "type": {"type": "record", "name": "N", "fields": [
               {"name": "text", "type": ["null", "string"]},
               {"name": "occurredAt", "type": {"type": "int", "logicalType": "date"}}]}},
            {"name": "tags", "type": {"type": "map", "values": {"type": "array", "items": "string"}}},
            {"name": "hash", "type": {"type": "fixed", "name": "H", "size": 4}}
            """);
    Map<String, Object> values = values(MILLIS);
    values.put("mood", new GenericData.EnumSymbol(writer.getField("mood").schema(), "c"));
    values.put("price", ByteBuffer.wrap(new byte[] {-1}));
    GenericRecord nested = new GenericData.Record(writer.getField("nested").schema());
    nested.put("text", "other");
    nested.put("occurredAt", 20_487);
    values.put("nested", nested);
    values.put("tags", Map.of("a", List.of("b", "c")));
    values.put("hash", new GenericData.Fixed(writer.getField("hash").schema(), new byte[4]));

    assertThat(decoded(writer, values)).isEqualTo(EVENT);
  }

  @Test
  void anAliasOfTheWriterIsNotUsed() {
    Schema writer =
        parse(
            schema(STRING, STRING, TIME, "")
                .toString()
                .replace("\"name\":\"text\"", "\"name\":\"review\",\"aliases\":[\"text\"]"));

    assertThat(resolved(writer))
        .isInstanceOfSatisfying(
            WriterSchema.Unresolvable.class,
            refused -> assertThat(refused.why()).isEqualTo("field 'text' is missing"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"int\"|'text' has type int instead of string",
        "{\"type\": \"array\", \"items\": \"string\"}|'text' has type array",
        "[\"null\", \"long\"]|'text' has type null or long instead of string",
        "{\"type\": \"bytes\", \"logicalType\": \"decimal\", \"precision\": 4}|'text' is text, but",
        "\"null\"|'text' has type null"
      })
  void aTextOfAnotherTypeIsRefusedByName(String type, String why) {
    assertThat(resolved(schema(STRING, type, TIME, "")))
        .isInstanceOfSatisfying(
            WriterSchema.Unresolvable.class, refused -> assertThat(refused.why()).contains(why));
  }

  @Test
  void aBranchOfAnotherTypeIsRefusedForItsRecordsOnly() {
    Schema writer = schema(STRING, "[\"int\", \"string\"]", TIME, "");
    Map<String, Object> number = values(MILLIS);
    number.put("text", 5);

    assertThat(decoded(writer, values(MILLIS))).isEqualTo(EVENT);
    assertThat(refusal(writer, bytes(writer, number)))
        .hasMessageContaining("Field 'text'")
        .hasMessageContaining("int")
        .extracting(UndecodableRecordException::reason)
        .isEqualTo(Reason.MISSING_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reviewId", "text", "itemId", "language", "source"})
  void stringsThatAreNotUtf8AreRefused(String field) {
    for (String type :
        List.of(
            STRING, OPTIONAL, "\"bytes\"", "[\"null\", \"bytes\"]", "[\"bytes\", \"string\"]")) {
      Schema writer = schemaOf(Map.of(field, type));
      for (byte[] malformed :
          List.of(
              "caf\u00e9".getBytes(ISO_8859_1),
              new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0xC3, 0x28},
              new byte[] {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80},
              new byte[] {(byte) 0xC0, (byte) 0x80})) {
        Map<String, Object> values = values(MILLIS);
        boolean isBytes = type.contains("bytes");
        values.put(field, isBytes ? ByteBuffer.wrap(malformed) : new Utf8(malformed));

        assertThat(refusal(writer, bytes(writer, values)))
            .hasMessageContaining("'" + field + "' is not UTF-8: byte ")
            .extracting(UndecodableRecordException::reason)
            .isEqualTo(Reason.NOT_UTF8);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"caf\u00e9", "\uFFFD", "a\uFFFDb\uD83D\uDE21", "\uBA3C\uC9C0", ""})
  void stringsInUtf8AreReadAsTheyAre(String text) {
    for (String type : List.of(STRING, OPTIONAL, "\"bytes\"")) {
      Schema writer = schemaOf(Map.of("text", type));
      Map<String, Object> values = values(MILLIS);
      values.put("text", type.equals("\"bytes\"") ? ByteBuffer.wrap(text.getBytes(UTF_8)) : text);

      assertThat(decoded(writer, values).getText()).isEqualTo(text);
    }
  }

  @Test
  void ourOwnSchemaIsStrictToo() {
    byte[] good =
        RecordEncoder.of(ReviewEvent.class)
            .encode(new ReviewEvent("AAAA", null, "good", null, null, null, Instant.EPOCH));
    System.arraycopy(new byte[] {-1, -2, -3, -4}, 0, good, 11, 4);

    assertThat(
            catchThrowableOfType(
                    UndecodableRecordException.class,
                    () -> RecordDecoder.of(ReviewEvent.class).decode(good))
                .reason())
        .isEqualTo(Reason.NOT_UTF8);
  }

  @Property(tries = 500)
  void anyVariantOfOurSchemaGivesTheSameValuesOrIsRefused(
      @ForAll @From("types") List<String> types, @ForAll Random random) {
    Map<String, String> byField = new HashMap<>();
    List<String> names = List.of("reviewId", "itemId", "text", "language", "source", "occurredAt");
    for (int i = 0; i < 5; i++) {
      byField.put(names.get(i), types.get(i));
    }
    byField.put("occurredAt", types.get(5));
    List<String> order = new ArrayList<>(names);
    Collections.shuffle(order, random);
    Schema writer = schemaInOrder(order, byField);
    Map<String, Object> values = values(MILLIS);
    boolean isRefused = types.get(5).contains("date");
    if (types.get(5).contains("micros")) {
      values.put("occurredAt", MILLIS * 1_000 + 999);
    } else if (types.get(5).contains("nanos")) {
      values.put("occurredAt", MILLIS * 1_000_000 + 999_999);
    }
    if (isRefused) {
      assertThat(resolved(writer)).isInstanceOf(WriterSchema.Unresolvable.class);
    } else {
      for (String name : names) {
        if (byField.getOrDefault(name, "").contains("bytes")) {
          values.put(name, ByteBuffer.wrap(String.valueOf(values.get(name)).getBytes(UTF_8)));
        }
      }
      assertThat(decoded(writer, values)).isEqualTo(EVENT);
    }
  }

  @Provide
  Arbitrary<List<String>> types() {
    Arbitrary<String> text =
        Arbitraries.of(
            STRING,
            OPTIONAL,
            "[\"string\", \"null\"]",
            "[\"string\"]",
            "[\"int\", \"string\"]",
            "\"bytes\"",
            "{\"type\": \"string\", \"avro.java.string\": \"String\"}",
            "{\"type\": \"string\", \"logicalType\": \"uuid\"}");
    Arbitrary<String> unit =
        Arbitraries.of("millis", "micros", "nanos")
            .flatMap(
                scale ->
                    Arbitraries.of("timestamp-", "local-timestamp-")
                        .map(
                            kind ->
                                "{\"type\": \"long\", \"logicalType\": \"" + kind + scale + "\"}"));
    Arbitrary<String> time =
        Arbitraries.oneOf(
            unit,
            unit.map(type -> "[\"null\", " + type + "]"),
            unit.map(type -> "[" + type + ", \"null\"]"),
            Arbitraries.of("\"long\"", "{\"type\": \"int\", \"logicalType\": \"date\"}"));
    return text.list()
        .ofSize(5)
        .flatMap(
            texts ->
                time.map(
                    last -> {
                      List<String> all = new ArrayList<>(texts);
                      all.add(last);
                      return all;
                    }));
  }

  private static Schema schemaWithTime(String type) {
    return schema(STRING, STRING, type, "");
  }

  private static Schema schemaOf(Map<String, String> types) {
    return schemaInOrder(
        List.of("reviewId", "itemId", "text", "language", "source", "occurredAt"), types);
  }

  private static Schema schemaInOrder(List<String> order, Map<String, String> types) {
    Map<String, String> ours =
        Map.of(
            "reviewId", STRING,
            "itemId", OPTIONAL,
            "text", STRING,
            "language", OPTIONAL,
            "source", OPTIONAL,
            "occurredAt", TIME);
    return parse(
        "{\"type\": \"record\", \"name\": \"R\", \"fields\": ["
            + String.join(
                ", ",
                order.stream()
                    .map(
                        name ->
                            "{\"name\": \"%s\", \"type\": %s}"
                                .formatted(name, types.getOrDefault(name, ours.get(name))))
                    .toList())
            + "]}");
  }

  private static Schema schema(String id, String text, String time, String furtherFields) {
    return parse(
        """
        {"type": "record", "name": "ReviewEvent", "namespace": "io.sentimentstreams.schemas",
         "fields": [{"name": "reviewId", "type": %s}, {"name": "itemId", "type": %s},
                    {"name": "text", "type": %s}, {"name": "language", "type": %s},
                    {"name": "source", "type": %s}, {"name": "occurredAt", "type": %s}%s]}
        """
            .formatted(id, OPTIONAL, text, OPTIONAL, OPTIONAL, time, furtherFields));
  }

  private static Schema parse(String json) {
    return WriterSchema.parser().parse(json);
  }

  private static Map<String, Object> values(Object time) {
    Map<String, Object> values = new HashMap<>();
    values.put("reviewId", "r1");
    values.put("itemId", "film-7");
    values.put("text", "good");
    values.put("language", "en");
    values.put("source", "shop");
    values.put("occurredAt", time);
    return values;
  }

  private static byte[] bytes(Schema writer, Map<String, Object> values) {
    return WireFormat.registered(ID, ByteBuffer.wrap(body(writer, values)));
  }

  private static byte[] body(Schema writer, Map<String, Object> values) {
    GenericRecord record = new GenericData.Record(writer);
    values.forEach(record::put);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    try {
      new GenericDatumWriter<GenericRecord>(writer).write(record, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] framed(int branch, byte[] body) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    encoder.writeIndex(branch);
    encoder.writeFixed(body);
    encoder.flush();
    return WireFormat.registered(ID, ByteBuffer.wrap(out.toByteArray()));
  }

  private static WriterSchema resolved(Schema writer) {
    return WriterSchema.resolve(writer, ReviewEvent.getClassSchema());
  }

  private static RecordDecoder<ReviewEvent> decoder(Schema writer) {
    return RecordDecoder.of(ReviewEvent.class, id -> resolved(writer));
  }

  private static ReviewEvent decoded(Schema writer, Map<String, Object> values) {
    return decoder(writer).decode(bytes(writer, values));
  }

  private static UndecodableRecordException refusal(Schema writer, byte[] bytes) {
    return catchThrowableOfType(
        UndecodableRecordException.class, () -> decoder(writer).decode(bytes));
  }
}
