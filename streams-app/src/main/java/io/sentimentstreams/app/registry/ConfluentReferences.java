package io.sentimentstreams.app.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.sentimentstreams.app.registry.WriterSchemaFetcher.MissingReferenceException;
import io.sentimentstreams.app.registry.WriterSchemaFetcher.References;
import io.sentimentstreams.model.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/** References by subject and version. Thread-safe. */
record ConfluentReferences(RegistryClient client) implements References {

  @Override
  public void parse(JsonNode body, Schema.Parser parser, Set<String> seen) {
    List<JsonValue> references =
        JsonValue.of("", body).optional("references").map(JsonValue::elements).orElse(List.of());
    for (JsonValue reference : references) {
      String subject = reference.field("subject").text();
      int version = reference.field("version").integer(1, Integer.MAX_VALUE);
      if (!References.isNew(subject + " " + version, seen)) {
        continue;
      }
      String what = "version %d of subject %s".formatted(version, subject);
      JsonNode referred =
          WriterSchemaFetcher.found(client.version(subject, version), what)
              .orElseThrow(() -> new MissingReferenceException(what));
      parse(referred, parser, seen);
      Schema unused =
          parser.parse(SchemaText.readable(JsonValue.of(what, referred).field("schema").text()));
    }
  }
}
