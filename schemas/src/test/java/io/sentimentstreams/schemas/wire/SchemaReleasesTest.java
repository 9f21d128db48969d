package io.sentimentstreams.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.schemas.ItemSentiment;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaReleasesTest {

  static Stream<Schema> currentSchemas() {
    return Stream.of(
        ReviewEvent.getClassSchema(), ReviewScore.getClassSchema(), ItemSentiment.getClassSchema());
  }

  @ParameterizedTest
  @MethodSource("currentSchemas")
  void everyReleaseReadsEveryOtherReleaseAndTheCurrentSchema(Schema current) {
    Stream<Schema> released = SchemaReleases.of(current.getName()).versions().stream();
    List<Schema> all = Stream.concat(released, Stream.of(current)).toList();

    for (Schema reader : all) {
      for (Schema writer : all) {
        assertThat(
                SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                    .getResult()
                    .getIncompatibilities())
            .isEmpty();
      }
    }
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
  void noReleaseIsThereTwice(Schema current) {
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
  void aRecordThatWasNeverReleasedIsRefused() {
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
