package io.sentimentstreams.app.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.sentimentstreams.schemas.wire.WriterSchema;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Fetches the schema of an id, with those that it refers to, and judges it. Thread-safe. */
final class WriterSchemaFetcher {

  private static final int NOT_FOUND = 404;
  private static final int MAX_REFERENCES = 100;

  private final RegistryClient client;
  private final Schema reader;

  /**
   * Fetches schemas of writers.
   *
   * @param reader what their records are read as
   */
  WriterSchemaFetcher(RegistryClient client, Schema reader) {
    this.client = client;
    this.reader = reader;
  }

  /**
   * What the registry has under an id.
   *
   * @throws RegistryUnavailableException if it cannot be asked, or refuses to say
   */
  WriterSchema of(int id) {
    RegistryResponse answer = client.schema(id);
    if (answer instanceof RegistryResponse.Refused refused && refused.status() == NOT_FOUND) {
      return new WriterSchema.Unknown();
    }
    JsonNode body = given(answer, "schema with id " + id);
    String type = body.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO")) {
      return new WriterSchema.Unresolvable("the schema has type " + type + " instead of AVRO");
    }
    try {
      Schema.Parser parser = new Schema.Parser();
      Set<String> seen = new HashSet<>();
      parseReferences(parser, body, seen);
      return WriterSchema.resolve(parser.parse(body.path("schema").asText()), reader);
    } catch (AvroRuntimeException e) {
      return new WriterSchema.Unresolvable("the schema cannot be parsed: " + e.getMessage());
    }
  }

  /** Each schema before the one that refers to it. */
  private void parseReferences(Schema.Parser parser, JsonNode body, Set<String> seen) {
    for (JsonNode reference : body.path("references")) {
      String subject = reference.path("subject").asText();
      int version = reference.path("version").asInt();
      if (!seen.add(subject + " " + version)) {
        continue;
      }
      if (seen.size() > MAX_REFERENCES) {
        throw new AvroRuntimeException(
            "the schema has more than %d references".formatted(MAX_REFERENCES));
      }
      JsonNode referred =
          given(
              client.version(subject, version),
              "version %d of subject %s".formatted(version, subject));
      parseReferences(parser, referred, seen);
      parser.parse(referred.path("schema").asText());
    }
  }

  private static JsonNode given(RegistryResponse answer, String what) {
    if (answer instanceof RegistryResponse.Given given) {
      return given.body();
    }
    throw new RegistryUnavailableException(
        "Schema registry did not return %s: %s".formatted(what, answer), null);
  }
}
