package io.sentimentstreams.app.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.sentimentstreams.app.registry.WriterSchemaFetcher.MissingReferenceException;
import io.sentimentstreams.app.registry.WriterSchemaFetcher.References;
import java.util.Set;
import org.apache.avro.Schema;

/** References by subject and version. Thread-safe. */
record ConfluentReferences(RegistryClient client) implements References {

  @Override
  public void parse(JsonNode body, Schema.Parser parser, Set<String> seen) {
    for (JsonNode reference : RegistryFields.objects(body, "references")) {
      String subject = RegistryFields.text(reference, "subject");
      int version = RegistryFields.integer(reference, "version");
      if (!References.isNew(subject + " " + version, seen)) {
        continue;
      }
      String what = "version %d of subject %s".formatted(version, subject);
      JsonNode referred =
          WriterSchemaFetcher.found(client.version(subject, version), what)
              .orElseThrow(() -> new MissingReferenceException(what));
      parse(referred, parser, seen);
      Schema unused = parser.parse(SchemaText.readable(RegistryFields.text(referred, "schema")));
    }
  }
}
