package io.sentimentstreams.app.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.sentimentstreams.app.registry.WriterSchemaFetcher.MissingReferenceException;
import io.sentimentstreams.app.registry.WriterSchemaFetcher.References;
import io.sentimentstreams.model.json.JsonValue;
import java.util.Set;
import org.apache.avro.Schema;

/** References by group, artifact and version, in Apicurio's own API. Thread-safe. */
record ApicurioReferences(RegistryClient client) implements References {

  @Override
  public void parse(JsonNode body, Schema.Parser parser, Set<String> seen) {
    for (JsonValue reference : JsonValue.of("references", body).elements()) {
      String group = reference.optional("groupId").map(JsonValue::text).orElse("default");
      String path =
          "/groups/%s/artifacts/%s/versions/%s"
              .formatted(
                  RegistryClient.encoded(group),
                  RegistryClient.encoded(reference.field("artifactId").text()),
                  RegistryClient.encoded(reference.field("version").text()));
      if (!References.isNew(path, seen)) {
        continue;
      }
      JsonNode content = found(path);
      parse(found(path + "/references"), parser, seen);
      Schema unused = parser.parse(SchemaText.readable(content.toString()));
    }
  }

  private JsonNode found(String path) {
    return WriterSchemaFetcher.found(client.apicurio(path), path)
        .orElseThrow(() -> new MissingReferenceException("artifact " + path));
  }
}
