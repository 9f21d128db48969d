package io.sentimentstreams.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sentimentstreams.schemas.wire.SchemaId;
import io.sentimentstreams.schemas.wire.SchemaReleases;
import io.sentimentstreams.schemas.wire.WriterSchema;
import java.util.UUID;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WriterSchemaFetcherTest {

  private static final Schema EVENT = SchemaReleases.of("ReviewEvent").newest();

  private final FakeRegistry registry = new FakeRegistry();
  private final WriterSchemaFetcher fetched =
      new WriterSchemaFetcher(
          new RegistryClient(
              Registries.at(registry.url()), new RegistryMeters(new SimpleMeterRegistry())),
          IdKind.AUTO,
          EVENT);

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void ourOwnSchemaIsReadable() {
    registry.answers("GET /schemas/ids/1", 200, page(EVENT.toString(), ""));

    assertThat(fetched.of(SchemaId.of(1))).isEqualTo(new WriterSchema.Resolvable(EVENT));
  }

  @Test
  void anIdThatIsNotThereIsUnknown() {
    registry.answers("GET /schemas/ids/1", 404, "{\"error_code\": 40403, \"message\": \"none\"}");

    assertThat(fetched.of(SchemaId.of(1))).isEqualTo(new WriterSchema.Unknown());
  }

  @Test
  void aRefusalToTellIsNoAnswer() {
    registry.answers("GET /schemas/ids/1", 403, "{\"error_code\": 40301, \"message\": \"denied\"}");

    assertThatThrownBy(() -> fetched.of(SchemaId.of(1)))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("id 1: HTTP status 403, error code 40301: denied");
  }

  @Test
  void aSchemaOfAnotherKindIsExplained() {
    registry.answers(
        "GET /schemas/ids/1", 200, "{\"schemaType\": \"PROTOBUF\", \"schema\": \"message A {}\"}");

    assertThat(fetched.of(SchemaId.of(1)))
        .isEqualTo(new WriterSchema.Unresolvable("the schema has type PROTOBUF instead of AVRO"));
  }

  @Test
  void aSchemaThatIsNoneIsExplained() {
    registry.answers("GET /schemas/ids/1", 200, page("{\"type\": \"recrd\"}", ""));

    assertThat(fetched.of(SchemaId.of(1)))
        .isInstanceOfSatisfying(
            WriterSchema.Unresolvable.class,
            schema -> assertThat(schema.why()).contains("cannot be parsed: "));
  }

  @Test
  void theMessageOfASchemaThatCannotBeParsedIsShort() {
    String fields = EVENT.toString().substring(EVENT.toString().indexOf("\"fields\""));
    for (String schema :
        new String[] {"{\"type\": \"recrd\", " + fields, "{\"doc\": \"d\",\n" + fields}) {
      registry.answers("GET /schemas/ids/1", 200, page(schema, ""));

      assertThat(fetched.of(SchemaId.of(1)))
          .isInstanceOfSatisfying(
              WriterSchema.Unresolvable.class,
              refused ->
                  assertThat(refused.why())
                      .startsWith("the schema cannot be parsed: ")
                      .hasSizeLessThan(250)
                      .doesNotContain("\n"));
    }
  }

  @Test
  void aSchemaThatIsNotJsonIsRefusedWithThePosition() {
    registry.answers("GET /schemas/ids/1", 200, page("{nope", ""));

    assertThat(fetched.of(SchemaId.of(1)))
        .isEqualTo(
            new WriterSchema.Unresolvable(
                "the schema cannot be parsed: it is not JSON (line 1, column 2)"));
  }

  @Test
  void theDefaultsOfEnumsAreNotChecked() {
    String field =
        """
        {"name": "mood", "type": [{"type": "enum", "name": "Mood", "symbols": ["a"], "default": "b"},
          {"type": "array", "items": {"type": "map", "values":
            {"type": "enum", "name": "Deep", "symbols": ["a"], "default": "c"}}},
          {"type": "record", "name": "In", "fields": [{"name": "m", "default": "d", "type":
            {"type": "enum", "name": "Inner", "symbols": ["a"], "default": "d"}}]}]},
        """;
    registry.answers(
        "GET /schemas/ids/1",
        200,
        page(EVENT.toString().replace("\"fields\":[", "\"fields\":[" + field), ""));

    assertThat(fetched.of(SchemaId.of(1)))
        .isInstanceOfSatisfying(
            WriterSchema.Resolvable.class,
            found -> assertThat(found.schema().getFields()).hasSize(8));
  }

  @Test
  void aTopLevelRecordMayHaveNoName() {
    String nameless =
        EVENT
            .toString()
            .replace("\"name\":\"ReviewEvent\",\"namespace\":\"io.sentimentstreams.schemas\",", "");
    registry.answers("GET /schemas/ids/1", 200, page(nameless, ""));

    assertThat(nameless).doesNotContain("ReviewEvent");
    assertThat(fetched.of(SchemaId.of(1))).isInstanceOf(WriterSchema.Resolvable.class);
  }

  @Test
  void aByteOrderMarkBeforeASchemaIsDropped() {
    registry.answers("GET /schemas/ids/1", 200, page("\uFEFF" + EVENT, ""));

    assertThat(fetched.of(SchemaId.of(1))).isEqualTo(new WriterSchema.Resolvable(EVENT));
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

    assertThat(fetched.of(SchemaId.of(1))).isInstanceOf(WriterSchema.Resolvable.class);
    assertThat(registry.asked()).hasSize(3);
  }

  @Test
  void aReferenceThatIsNotThereIsNamed() {
    registry.answers(
        "GET /schemas/ids/1",
        200,
        page(EVENT.toString(), "{\"name\": \"A\", \"subject\": \"a\", \"version\": 1}"));
    registry.answers("GET /subjects/a/versions/1", 404, "{\"error_code\": 40402}");

    assertThat(fetched.of(SchemaId.of(1)))
        .isEqualTo(
            new WriterSchema.Incomplete(
                "the registry does not have version 1 of subject a, which the schema refers"
                    + " to"));
  }

  @Test
  void aRefusalToGiveAReferenceIsNoAnswer() {
    registry.answers(
        "GET /schemas/ids/1",
        200,
        page(EVENT.toString(), "{\"name\": \"A\", \"subject\": \"a\", \"version\": 1}"));
    registry.answers("GET /subjects/a/versions/1", 403, "{\"error_code\": 40301}");

    assertThatThrownBy(() -> fetched.of(SchemaId.of(1)))
        .isInstanceOf(RegistryUnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"schema\": 7}",
        "{\"schema\": {\"type\": \"string\"}}",
        "{\"schema\": \"\\\"string\\\"\", \"schemaType\": 5}",
        "{\"schema\": \"\\\"string\\\"\", \"references\": {}}",
        "{\"schema\": \"\\\"string\\\"\", \"references\": [7]}",
        "{\"schema\": \"\\\"string\\\"\", \"references\": [{\"subject\": 1, \"version\": 1}]}",
        "{\"schema\": \"\\\"string\\\"\", \"references\": [{\"subject\": \"a\", \"version\":"
            + " \"1\"}]}",
        "{\"schema\": \"\\\"string\\\"\", \"references\": [{\"subject\": \"a\", \"version\":"
            + " 1e9}]}",
        "{\"schema\": \"\\\"string\\\"\", \"ruleSet\": {\"domainRules\": 1}}",
        "{\"schema\": \"\\\"string\\\"\", \"schema\": \"\\\"int\\\"\"}",
        "{\"schema\": \"\\\"string\\\"\"} {}"
      })
  void fieldsOfOtherTypesAreNoAnswer(String body) {
    registry.answers("GET /schemas/ids/1", 200, body);

    assertThatThrownBy(() -> fetched.of(SchemaId.of(1)))
        .isInstanceOf(RegistryUnavailableException.class)
        .hasMessageContaining("schema.registry.url");
  }

  @ParameterizedTest
  @CsvSource({
    "domainRules, ENCRYPT, false, true",
    "domainRules, encrypt, false, true",
    "encodingRules, ENCRYPT_PAYLOAD, false, true",
    "domainRules, ENCRYPT, true, false",
    "domainRules, CEL_FIELD, false, false",
    "migrationRules, JSONATA, false, false"
  })
  void aSchemaWithEncryptionIsRefusedByTheNameOfItsRule(
      String kind, String type, boolean disabled, boolean refused) {
    registry.answers(
        "GET /schemas/ids/1",
        200,
        """
        {"schema": %s, "metadata": {"tags": {}}, "ruleSet": {"%s": [
          {"name": "mask pii", "kind": "TRANSFORM", "type": "%s", "disabled": %s}]}}
        """
            .formatted(JsonNodeFactory.instance.textNode(EVENT.toString()), kind, type, disabled));

    if (refused) {
      assertThat(fetched.of(SchemaId.of(1)))
          .isInstanceOfSatisfying(
              WriterSchema.Unresolvable.class,
              why -> assertThat(why.why()).contains("rule 'mask pii' of type " + type));
    } else {
      assertThat(fetched.of(SchemaId.of(1))).isEqualTo(new WriterSchema.Resolvable(EVENT));
    }
  }

  @Test
  void aSchemaIsFoundByItsGuid() {
    UUID guid = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    registry.answers("GET /schemas/guids/" + guid, 200, page(EVENT.toString(), ""));

    assertThat(fetched.of(new SchemaId.Guid(guid))).isEqualTo(new WriterSchema.Resolvable(EVENT));
  }

  @Test
  void aRegistryWithoutGuidsHasNoSuchSchema() {
    registry.answers("GET /schemas/ids/1", 404, "{\"error_code\": 40403}");

    assertThat(fetched.of(new SchemaId.Guid(new UUID(1, 2)))).isEqualTo(new WriterSchema.Unknown());
  }

  @Test
  void aServerThatIsNoRegistryGivesNoAnswerForAGuid() {
    assertThatThrownBy(() -> fetched.of(new SchemaId.Guid(new UUID(1, 2))))
        .isInstanceOf(RegistryUnavailableException.class);
  }

  @ParameterizedTest
  @EnumSource(SchemaId.ApicurioKind.class)
  void aRegistryWithoutApicuriosApiHasOneKindOfIds(SchemaId.ApicurioKind kind) {
    registry.answers("GET /schemas/ids/7", 200, page(EVENT.toString(), ""));

    assertThat(fetched.of(new SchemaId.Apicurio(kind, 7)))
        .isEqualTo(new WriterSchema.Resolvable(EVENT));
    assertThat(fetched.of(new SchemaId.Apicurio(kind, -1))).isEqualTo(new WriterSchema.Unknown());
    assertThat(fetched.of(new SchemaId.Apicurio(kind, 1L << 32)))
        .isEqualTo(new WriterSchema.Unknown());
    assertThat(registry.asked()).hasSize(1);
  }

  private static String page(String schema, String references) {
    return "{\"schema\": %s, \"references\": [%s]}"
        .formatted(JsonNodeFactory.instance.textNode(schema), references);
  }
}
