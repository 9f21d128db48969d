package io.sentimentstreams.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sentimentstreams.schemas.wire.SchemaReleases;
import io.sentimentstreams.schemas.wire.WriterSchema;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriterSchemaFetcherTest {

  private static final Schema EVENT = SchemaReleases.of("ReviewEvent").newest();

  private final FakeRegistry registry = new FakeRegistry();
  private final WriterSchemaFetcher fetched =
      new WriterSchemaFetcher(
          new RegistryClient(
              Registries.at(registry.url()), new RegistryMeters(new SimpleMeterRegistry())),
          EVENT);

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void ourOwnSchemaIsReadable() {
    registry.answers("GET /schemas/ids/1", 200, page(EVENT.toString(), ""));

    assertThat(fetched.of(1)).isEqualTo(new WriterSchema.Resolvable(EVENT));
  }

  @Test
  void anIdThatIsNotThereIsUnknown() {
    registry.answers("GET /schemas/ids/1", 404, "{\"error_code\": 40403, \"message\": \"none\"}");

    assertThat(fetched.of(1)).isEqualTo(new WriterSchema.Unknown());
  }

  @Test
  void aRefusalToTellIsNoAnswer() {
    registry.answers("GET /schemas/ids/1", 403, "{\"error_code\": 40301, \"message\": \"denied\"}");

    assertThatThrownBy(() -> fetched.of(1))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("id 1: HTTP status 403, error code 40301: denied");
  }

  @Test
  void aSchemaOfAnotherKindIsExplained() {
    registry.answers(
        "GET /schemas/ids/1", 200, "{\"schemaType\": \"PROTOBUF\", \"schema\": \"message A {}\"}");

    assertThat(fetched.of(1))
        .isEqualTo(new WriterSchema.Unresolvable("the schema has type PROTOBUF instead of AVRO"));
  }

  @Test
  void aSchemaThatIsNoneIsExplained() {
    registry.answers("GET /schemas/ids/1", 200, page("{\"type\": \"recrd\"}", ""));

    assertThat(fetched.of(1))
        .isInstanceOfSatisfying(
            WriterSchema.Unresolvable.class,
            schema -> assertThat(schema.why()).contains("cannot be parsed: "));
  }

  @Test
  void schemasThatAreReferredToAreFetchedFirstAndOnce() {
    String shop =
        "{\"type\":\"record\",\"name\":\"Shop\",\"namespace\":\"shops\",\"fields\":[{\"name\":\"town\",\"type\":\"Town\"}]}";
    String town =
        "{\"type\":\"record\",\"name\":\"Town\",\"namespace\":\"shops\",\"fields\":[{\"name\":\"n\",\"type\":\"string\"}]}";
    String event =
        EVENT
            .toString()
            .replace(
                "\"fields\":[",
                "\"fields\":[{\"name\":\"shop\",\"type\":\"shops.Shop\"},{\"name\":\"town\",\"type\":\"shops.Town\"},");
    String toTown = "{\"name\": \"Town\", \"subject\": \"town\", \"version\": 2}";
    registry.answers("GET /subjects/town/versions/2", 200, page(town, ""));
    registry.answers("GET /subjects/shop/versions/1", 200, page(shop, toTown));
    registry.answers(
        "GET /schemas/ids/1",
        200,
        page(event, "{\"name\": \"Shop\", \"subject\": \"shop\", \"version\": 1}," + toTown));

    assertThat(fetched.of(1)).isInstanceOf(WriterSchema.Resolvable.class);
    assertThat(registry.asked()).hasSize(3);
  }

  @Test
  void aReferenceThatIsNotThereIsNoAnswer() {
    registry.answers(
        "GET /schemas/ids/1",
        200,
        page(EVENT.toString(), "{\"name\": \"A\", \"subject\": \"a\", \"version\": 1}"));
    registry.answers("GET /subjects/a/versions/1", 404, "{\"error_code\": 40402}");

    assertThatThrownBy(() -> fetched.of(1))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("version 1 of subject a");
  }

  /** Nothing is converted: a schema that is a number is not the schema "5". */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"schema\": 5}|schema must be a string, was 5",
        "{\"schema\": null}|schema is missing",
        "{}|schema is missing",
        "{\"schemaType\": 7, \"schema\": \"x\"}|schemaType must be a string, was 7",
        "{\"schema\": \"x\", \"references\": {}}|references must be an array, was {}",
        "{\"schema\": \"x\", \"references\": [5]}|references[0] must be an object, was 5",
        "{\"schema\": \"x\", \"references\": [{\"subject\": 5}]}|references[0].subject must be a string",
        "{\"schema\": \"x\", \"references\": [{\"subject\": \"a\", \"version\": \"1\"}]}|references[0].version must be a whole number from 1",
        "{\"schema\": \"x\", \"references\": [{\"subject\": \"a\", \"version\": 4294967297}]}|was 4294967297",
      })
  void answerOfAnotherTypeIsNamed(String answer, String problem) {
    registry.answers("GET /schemas/ids/1", 200, answer);

    assertThatThrownBy(() -> fetched.of(1))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("invalid schema with id 1: ")
        .hasMessageContaining(problem);
  }

  private static String page(String schema, String references) {
    return "{\"schema\": %s, \"references\": [%s]}"
        .formatted(JsonNodeFactory.instance.textNode(schema), references);
  }
}
