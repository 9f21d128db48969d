package io.sentimentstreams.schemas.wire;

import java.util.UUID;

/** Identifier of a writer's schema in a registry, as a record carries it. Immutable. */
public sealed interface SchemaId {

  /**
   * The id of Confluent's format, which most registries use.
   *
   * @param value any integer
   */
  record Numbered(int value) implements SchemaId {

    @Override
    public String toString() {
      return "id " + value;
    }
  }

  /**
   * The GUID of Confluent's format for headers.
   *
   * @param value the GUID
   */
  record Guid(UUID value) implements SchemaId {

    @Override
    public String toString() {
      return "GUID " + value;
    }
  }

  /**
   * The id of Apicurio's formats.
   *
   * @param kind which of Apicurio's numbers it is
   * @param value any integer
   */
  record Apicurio(ApicurioKind kind, long value) implements SchemaId {

    @Override
    public String toString() {
      return switch (kind) {
        case CONTENT -> "content id " + value;
        case GLOBAL -> "global id " + value;
        case UNSPECIFIED -> "8-byte id " + value;
      };
    }
  }

  /** Kinds of numbers in Apicurio. The same number can have a different schema in each kind. */
  enum ApicurioKind {
    /** The number of a content, which versions share if their content is the same. */
    CONTENT,
    /** The number of a version of an artifact. */
    GLOBAL,
    /** The record does not name the kind. */
    UNSPECIFIED
  }

  /** Returns the id of Confluent's format. */
  static SchemaId of(int value) {
    return new Numbered(value);
  }
}
