package io.sentimentstreams.app.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.sentimentstreams.model.json.InvalidJsonException;
import io.sentimentstreams.model.json.JsonValue;
import io.sentimentstreams.schemas.wire.SchemaId;
import io.sentimentstreams.schemas.wire.SchemaId.ApicurioKind;
import io.sentimentstreams.schemas.wire.WriterSchema;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Fetcher of schemas and of those that they refer to, which it also checks. Thread-safe. */
final class WriterSchemaFetcher {

  private static final int NOT_FOUND = 404;
  private static final int MAX_PROBLEM_LENGTH = 200;
  private static final long MAX_ID = 0xFFFF_FFFFL;

  private final RegistryClient client;
  private final IdKind idKind;
  private final Schema reader;

  /**
   * Creates a fetcher.
   *
   * @param idKind kind of Apicurio's ids whose record does not name it
   * @param reader schema of the decoded records
   */
  WriterSchemaFetcher(RegistryClient client, IdKind idKind, Schema reader) {
    this.client = client;
    this.idKind = idKind;
    this.reader = reader;
  }

  /**
   * Returns the schema of an id.
   *
   * @throws RegistryUnavailableException if the registry does not answer, or denies access
   */
  WriterSchema of(SchemaId id) {
    try {
      return fetched(id);
    } catch (InvalidJsonException e) {
      throw new RegistryUnavailableException(
          "Response of the schema registry has another format: %s. Check schema.registry.url."
              .formatted(e.getMessage()),
          e);
    }
  }

  private WriterSchema fetched(SchemaId id) {
    if (id instanceof SchemaId.Guid guid) {
      return confluent(client.schema(guid.value()), id);
    }
    if (id instanceof SchemaId.Numbered numbered) {
      return confluent(client.schema(Integer.toUnsignedLong(numbered.value())), id);
    }
    SchemaId.Apicurio apicurio = (SchemaId.Apicurio) id;
    if (apicurio.value() < 1) {
      return new WriterSchema.Unknown();
    }
    if (client.isApicurio()) {
      return apicurio(apicurio);
    }
    return apicurio.value() > MAX_ID
        ? new WriterSchema.Unknown()
        : confluent(client.schema(apicurio.value()), id);
  }

  private WriterSchema confluent(RegistryResponse answer, SchemaId id) {
    Optional<JsonNode> found = found(answer, "schema with " + id);
    if (found.isEmpty()) {
      return new WriterSchema.Unknown();
    }
    JsonNode body = found.get();
    JsonValue answered = JsonValue.of("", body);
    String type = answered.optional("schemaType").map(JsonValue::text).orElse("AVRO");
    if (!type.equals("AVRO")) {
      return new WriterSchema.Unresolvable("the schema has type " + type + " instead of AVRO");
    }
    Optional<String> encryption = EncryptionRules.in(body);
    if (encryption.isPresent()) {
      return new WriterSchema.Unresolvable(encryption.get());
    }
    return parsed(new ConfluentReferences(client), body, answered.field("schema").text());
  }

  private WriterSchema apicurio(SchemaId.Apicurio id) {
    String contentPath = "/ids/contentIds/" + id.value();
    String globalPath = "/ids/globalIds/" + id.value();
    return switch (kind(id)) {
      case CONTENT -> apicurio(contentPath);
      case GLOBAL -> apicurio(globalPath);
      case UNSPECIFIED -> eitherOf(apicurio(contentPath), apicurio(globalPath));
    };
  }

  /** Returns the kind that the record names, or else that of the setting. */
  private ApicurioKind kind(SchemaId.Apicurio id) {
    if (id.kind() != ApicurioKind.UNSPECIFIED) {
      return id.kind();
    }
    return switch (idKind) {
      case AUTO -> ApicurioKind.UNSPECIFIED;
      case CONTENT -> ApicurioKind.CONTENT;
      case GLOBAL -> ApicurioKind.GLOBAL;
    };
  }

  private static WriterSchema eitherOf(WriterSchema content, WriterSchema global) {
    if (content instanceof WriterSchema.Unknown || content.equals(global)) {
      return global;
    }
    if (global instanceof WriterSchema.Unknown) {
      return content;
    }
    String why =
        "its number is the content id of one schema and the global id of another one; set "
            + RegistryDefinition.ID_KIND.name();
    return content instanceof WriterSchema.Incomplete || global instanceof WriterSchema.Incomplete
        ? new WriterSchema.Incomplete(why)
        : new WriterSchema.Unresolvable(why);
  }

  private WriterSchema apicurio(String path) {
    Optional<JsonNode> found = found(client.apicurio(path), "schema at " + path);
    if (found.isEmpty()) {
      return new WriterSchema.Unknown();
    }
    if (found.get().isMissingNode()) {
      return new WriterSchema.Unresolvable("the schema is not JSON, as Avro's schemas are");
    }
    JsonNode references =
        found(client.apicurio(path + "/references"), "references of " + path)
            .orElseThrow(() -> new RegistryUnavailableException("No references: " + path, null));
    return parsed(new ApicurioReferences(client), references, found.get().toString());
  }

  /** Parses a schema after those that it refers to. */
  private WriterSchema parsed(References references, JsonNode body, String schema) {
    try {
      Schema.Parser parser = WriterSchema.parser();
      references.parse(body, parser, new HashSet<>());
      return WriterSchema.resolve(parser.parse(SchemaText.readable(schema)), reader);
    } catch (MissingReferenceException e) {
      return new WriterSchema.Incomplete(String.valueOf(e.getMessage()));
    } catch (RegistryUnavailableException | InvalidJsonException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      // The parser throws many types for the schemas of strangers.
      return new WriterSchema.Unresolvable("the schema cannot be parsed: " + problem(e));
    }
  }

  /** Returns the start of a parser's message, which may quote the whole schema. */
  private static String problem(Throwable error) {
    String line = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
    return line.length() <= MAX_PROBLEM_LENGTH
        ? line
        : line.substring(0, MAX_PROBLEM_LENGTH) + "...";
  }

  /** Returns the answer, or empty if the registry does not have it. */
  static Optional<JsonNode> found(RegistryResponse answer, String what) {
    if (answer instanceof RegistryResponse.Given given) {
      return Optional.of(given.body());
    }
    if (answer instanceof RegistryResponse.Refused refused && refused.status() == NOT_FOUND) {
      return Optional.empty();
    }
    throw new RegistryUnavailableException(
        "Schema registry did not return %s: %s".formatted(what, answer), null);
  }

  /** A schema that another one refers to is not in the registry. */
  static final class MissingReferenceException extends AvroRuntimeException {

    private static final long serialVersionUID = 1;

    MissingReferenceException(String what) {
      super("the registry does not have %s, which the schema refers to".formatted(what));
    }
  }

  /** The schemas that a schema refers to. */
  interface References {

    /** The maximum number of referenced schemas. */
    int MAX = 100;

    /**
     * Parses each referenced schema before the one that refers to it.
     *
     * @param body that lists the references
     * @param seen the references that were parsed
     * @throws MissingReferenceException if the registry does not have one
     */
    void parse(JsonNode body, Schema.Parser parser, Set<String> seen);

    /** Returns whether a reference is new. */
    static boolean isNew(String reference, Set<String> seen) {
      boolean added = seen.add(reference);
      if (seen.size() > MAX) {
        throw new AvroRuntimeException("the schema has more than %d references".formatted(MAX));
      }
      return added;
    }
  }
}
