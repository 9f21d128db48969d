package io.sentimentstreams.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
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
    return Stream.of(ReviewEvent.getClassSchema(), ReviewScore.getClassSchema());
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

  @Test
  void aRecordThatWasNeverReleasedIsRefused() {
    assertThatThrownBy(() -> SchemaReleases.of("Review"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a record must have at least 1 released version, was 0");
  }
}
