package io.sentimentstreams.app.registry;

import io.sentimentstreams.model.json.InvalidJsonException;
import io.sentimentstreams.model.json.JsonValue;
import io.sentimentstreams.schemas.wire.WriterSchema;
import java.util.HashSet;
import java.util.List;
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
    JsonValue body = given(answer, "schema with id " + id);
    try {
      return resolved(body);
    } catch (InvalidJsonException e) {
      throw new RegistryUnavailableException(
          "Schema registry returned an invalid schema with id %d: %s. Check schema.registry.url."
              .formatted(id, e.getMessage()),
          e);
    }
  }

  private WriterSchema resolved(JsonValue body) {
    String type = body.optional("schemaType").map(JsonValue::text).orElse("AVRO");
    if (!type.equals("AVRO")) {
      return new WriterSchema.Unresolvable("the schema has type " + type + " instead of AVRO");
    }
    try {
      Schema.Parser parser = new Schema.Parser();
      Set<String> seen = new HashSet<>();
      parseReferences(parser, body, seen);
      return WriterSchema.resolve(parser.parse(body.field("schema").text()), reader);
    } catch (AvroRuntimeException e) {
      return new WriterSchema.Unresolvable("the schema cannot be parsed: " + e.getMessage());
    }
  }

  /** Each schema before the one that refers to it. */
  private void parseReferences(Schema.Parser parser, JsonValue body, Set<String> seen) {
    List<JsonValue> references =
        body.optional("references").map(JsonValue::elements).orElse(List.of());
    for (JsonValue reference : references) {
      String subject = reference.field("subject").text();
      int version = reference.field("version").integer(1, Integer.MAX_VALUE);
      if (!seen.add(subject + " " + version)) {
        continue;
      }
      if (seen.size() > MAX_REFERENCES) {
        throw new AvroRuntimeException(
            "the schema has more than %d references".formatted(MAX_REFERENCES));
      }
      JsonValue referred =
          given(
              client.version(subject, version),
              "version %d of subject %s".formatted(version, subject));
      parseReferences(parser, referred, seen);
      parser.parse(referred.field("schema").text());
    }
  }

  private static JsonValue given(RegistryResponse answer, String what) {
    if (answer instanceof RegistryResponse.Given given) {
      return JsonValue.of("", given.body());
    }
    throw new RegistryUnavailableException(
        "Schema registry did not return %s: %s".formatted(what, answer), null);
  }
}
