package io.sentimentstreams.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.schemas.ItemSentiment;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaIncompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaReleasesTest {

  private static final String OPTIONAL_FIELD =
      "{\"name\":\"mood\",\"type\":[\"null\",\"string\"],\"default\":null}";

  static Stream<Schema> currentSchemas() {
    return Stream.of(
        ReviewEvent.getClassSchema(), ReviewScore.getClassSchema(), ItemSentiment.getClassSchema());
  }

  @ParameterizedTest
  @MethodSource("currentSchemas")
  void everyReleaseReadsEveryOtherReleaseAndTheCurrentSchema(Schema current) {
    Stream<Schema> released = SchemaReleases.of(current.getName()).versions().stream();

    assertThat(incompatibilities(Stream.concat(released, Stream.of(current)).toList())).isEmpty();
  }

  /**
   * Returns what prevents any of the schemas from reading records of any other (FULL_TRANSITIVE).
   */
  private static List<Incompatibility> incompatibilities(List<Schema> all) {
    return all.stream()
        .flatMap(reader -> all.stream().map(writer -> Map.entry(reader, writer)))
        .map(
            pair ->
                SchemaCompatibility.checkReaderWriterCompatibility(pair.getKey(), pair.getValue()))
        .flatMap(found -> found.getResult().getIncompatibilities().stream())
        .toList();
  }

  @Test
  void aSecondVersionMayAddAnOptionalFieldAndAReason() throws IOException {
    Schema first = SchemaReleases.of("ReviewScore").newest();
    Schema second = changed(first, OPTIONAL_FIELD);

    assertThat(incompatibilities(List.of(first, second))).isEmpty();

    GenericRecord written = score(second);
    written.put(
        "abstained",
        new GenericData.EnumSymbol(
            second.getField("abstained").schema().getTypes().get(1), "TOO_SHORT"));
    GenericRecord read = copied(written, second, first);
    assertThat(read.get("abstained")).hasToString("OTHER");
    assertThat(read.get("reviewId")).hasToString("r1");
    assertThat(copied(score(first), first, second).get("mood")).isNull();
  }

  @Test
  void aThirdVersionMustBeCompatibleWithTheFirstToo() {
    Schema first = SchemaReleases.of("ReviewScore").newest();
    Schema second = changed(first, OPTIONAL_FIELD);
    Schema third = changed(first, OPTIONAL_FIELD.replace(",\"default\":null", ""));

    assertThat(incompatibilities(List.of(second, third))).isEmpty();
    assertThat(incompatibilities(List.of(first, second, third)))
        .extracting(Incompatibility::getType)
        .containsExactly(SchemaIncompatibilityType.READER_FIELD_MISSING_DEFAULT_VALUE);
  }

  /** Returns a schema of scores with one more field and one more reason for no label. */
  private static Schema changed(Schema scores, String field) {
    return new Schema.Parser()
        .parse(
            scores
                .toString()
                .replace(
                    "\"fields\":[{\"name\":\"reviewId\"",
                    "\"fields\":[" + field + ",{\"name\":\"reviewId\"")
                .replace("\"UNSUPPORTED_LANGUAGE\"]", "\"UNSUPPORTED_LANGUAGE\",\"TOO_SHORT\"]"));
  }

  private static GenericRecord score(Schema schema) {
    GenericRecord score = new GenericData.Record(schema);
    score.put("reviewId", "r1");
    score.put("probabilities", List.of());
    score.put("occurredAt", 0L);
    score.put("scoredAt", 0L);
    return score;
  }

  private static GenericRecord copied(GenericRecord record, Schema writer, Schema reader)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    new GenericDatumWriter<GenericRecord>(writer).write(record, encoder);
    return new GenericDatumReader<GenericRecord>(writer, reader)
        .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
  }

  @ParameterizedTest
  @MethodSource("currentSchemas")
  void theNewestReleaseIsTheCurrentSchema(Schema current) {
    Schema newest = SchemaReleases.of(current.getName()).newest();

    assertThat(SchemaNormalization.toParsingForm(newest))
        .isEqualTo(SchemaNormalization.toParsingForm(current));
    // Older records are read with the defaults and logical types, which that form omits.
    assertThat(newest).isEqualTo(withoutJavaTypes(current));
    assertThat(newest.getFields())
        .extracting(Schema.Field::doc)
        .isEqualTo(current.getFields().stream().map(Schema.Field::doc).toList());
  }

  @Test
  void aFieldWithoutDefaultBreaksCompatibility() {
    Schema released = SchemaReleases.of("ReviewEvent").newest();
    Schema changed =
        new Schema.Parser()
            .parse(
                released
                    .toString()
                    .replace("\"fields\":[", "\"fields\":[{\"name\":\"stars\",\"type\":\"int\"},"));

    assertThat(SchemaCompatibility.checkReaderWriterCompatibility(changed, released).getType())
        .isEqualTo(SchemaCompatibilityType.INCOMPATIBLE);
  }

  @ParameterizedTest
  @MethodSource("currentSchemas")
  void releasesAreDistinct(Schema current) {
    assertThat(SchemaReleases.of(current.getName()).versions())
        .extracting(SchemaNormalization::parsingFingerprint64)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("currentSchemas")
  void everyRecordOfATopicHasReleases(Schema current) throws IOException {
    Path folder = Path.of("src/main/resources/releases", current.getName());

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSameSizeAs(SchemaReleases.of(current.getName()).versions());
    }
  }

  @Test
  void aRecordWithoutReleasesIsRejected() {
    assertThatThrownBy(() -> SchemaReleases.of("Review"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("was 0");
  }

  /** Removes the Java class of strings, which the schemas of generated classes contain. */
  private static Schema withoutJavaTypes(Schema schema) {
    return new Schema.Parser()
        .parse(
            schema
                .toString()
                .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\""));
  }
}
