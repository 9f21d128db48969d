package io.sentimentstreams.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sentimentstreams.schemas.wire.SchemaId;
import io.sentimentstreams.schemas.wire.SchemaId.ApicurioKind;
import io.sentimentstreams.schemas.wire.SchemaReleases;
import io.sentimentstreams.schemas.wire.WriterSchema;
import java.net.URI;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ids of Apicurio, which numbers contents and versions apart. */
class ApicurioIdsTest {

  private static final Schema EVENT = SchemaReleases.of("ReviewEvent").newest();
  private static final Schema OTHER =
      new Schema.Parser()
          .parse(
              EVENT
                  .toString()
                  .replace("\"fields\":[", "\"fields\":[{\"name\":\"n\",\"type\":\"int\"},"));
  private static final WriterSchema FOUND = new WriterSchema.Resolvable(EVENT);
  private static final WriterSchema FOUND_OTHER = new WriterSchema.Resolvable(OTHER);
  private static final String NONE =
      "{\"message\": \"No content with ID '7' was found.\", \"error_code\": 404}";
  private static final String API = "GET /apis/registry/v2";

  private final FakeRegistry registry = new FakeRegistry();

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void theHeaderNamesTheKind() {
    content(7, 200, EVENT.toString());
    global(7, 200, OTHER.toString());

    for (IdKind kind : IdKind.values()) {
      assertThat(fetched(kind, ApicurioKind.CONTENT)).isEqualTo(FOUND);
      assertThat(fetched(kind, ApicurioKind.GLOBAL)).isEqualTo(FOUND_OTHER);
    }
  }

  @Test
  void anIdWithoutAKindIsOfTheKindThatIsSet() {
    content(7, 200, EVENT.toString());
    global(7, 200, OTHER.toString());

    assertThat(fetched(IdKind.CONTENT, ApicurioKind.UNSPECIFIED)).isEqualTo(FOUND);
    assertThat(fetched(IdKind.GLOBAL, ApicurioKind.UNSPECIFIED)).isEqualTo(FOUND_OTHER);
    assertThat(fetched(IdKind.AUTO, ApicurioKind.UNSPECIFIED))
        .isInstanceOfSatisfying(
            WriterSchema.Unresolvable.class,
            refused -> assertThat(refused.why()).contains("schema.registry.id.kind"));
  }

  @Test
  void anIdOfOneSchemaNeedsNoKind() {
    content(7, 200, EVENT.toString());
    global(7, 200, EVENT.toString());
    assertThat(fetched(IdKind.AUTO, ApicurioKind.UNSPECIFIED)).isEqualTo(FOUND);

    global(7, 404, NONE);
    assertThat(fetched(IdKind.AUTO, ApicurioKind.UNSPECIFIED)).isEqualTo(FOUND);

    content(7, 404, NONE);
    assertThat(fetched(IdKind.AUTO, ApicurioKind.UNSPECIFIED))
        .isEqualTo(new WriterSchema.Unknown());

    global(7, 200, OTHER.toString());
    assertThat(fetched(IdKind.AUTO, ApicurioKind.UNSPECIFIED)).isEqualTo(FOUND_OTHER);
  }

  @Test
  void referencesAreFetchedByArtifactAndVersion() {
    registry.answers(
        API + "/ids/contentIds/7",
        200,
        EVENT
            .toString()
            .replace("\"fields\":[", "\"fields\":[{\"name\":\"m\",\"type\":\"shop.Mood\"},"));
    registry.answers(
        API + "/ids/contentIds/7/references",
        200,
        "[{\"groupId\": null, \"artifactId\": \"mood x\", \"version\": \"2\", \"name\":"
            + " \"shop.Mood\"}]");
    String artifact = API + "/groups/default/artifacts/mood%20x/versions/2";
    registry.answers(
        artifact,
        200,
        "{\"type\": \"enum\", \"name\": \"Mood\", \"namespace\": \"shop\", \"symbols\": [\"A\"]}");
    registry.answers(artifact + "/references", 200, "[]");

    assertThat(fetched(IdKind.AUTO, ApicurioKind.CONTENT))
        .isInstanceOf(WriterSchema.Resolvable.class);

    registry.answers(artifact, 404, NONE);
    assertThat(fetched(IdKind.AUTO, ApicurioKind.CONTENT))
        .isInstanceOfSatisfying(
            WriterSchema.Incomplete.class, missing -> assertThat(missing.why()).contains("mood"));
  }

  @Test
  void aContentThatIsNoAvroIsRefused() {
    content(7, 200, "syntax = \"proto3\";");
    assertThat(fetched(IdKind.AUTO, ApicurioKind.CONTENT))
        .isInstanceOf(WriterSchema.Unresolvable.class);

    content(7, 200, "{\"type\": \"object\"}");
    assertThat(fetched(IdKind.AUTO, ApicurioKind.CONTENT))
        .isInstanceOf(WriterSchema.Unresolvable.class);
  }

  @Test
  void withoutApicuriosOwnApiTheSchemaIsUnknownIfTheRegistryAnswers() {
    assertThatThrownBy(() -> fetched(IdKind.AUTO, ApicurioKind.CONTENT))
        .isInstanceOf(RegistryUnavailableException.class);

    registry.answers("GET /apis/ccompat/v7/schemas/ids/1", 404, NONE);
    assertThat(fetched(IdKind.AUTO, ApicurioKind.CONTENT)).isEqualTo(new WriterSchema.Unknown());
  }

  private void content(int id, int status, String body) {
    registry.answers(API + "/ids/contentIds/" + id, status, body);
    registry.answers(API + "/ids/contentIds/" + id + "/references", 200, "[]");
  }

  private void global(int id, int status, String body) {
    registry.answers(API + "/ids/globalIds/" + id, status, body);
    registry.answers(API + "/ids/globalIds/" + id + "/references", 200, "[]");
  }

  private WriterSchema fetched(IdKind setting, ApicurioKind kind) {
    URI url = URI.create(registry.url() + "/apis/ccompat/v7");
    RegistryClient client =
        new RegistryClient(Registries.at(url), new RegistryMeters(new SimpleMeterRegistry()));
    return new WriterSchemaFetcher(client, setting, EVENT).of(new SchemaId.Apicurio(kind, 7));
  }
}
