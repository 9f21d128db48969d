package io.sentimentstreams.schemas.wire;

import org.jspecify.annotations.Nullable;

/** Thrown when bytes are not a record of the expected type. The message states the problem. */
public final class UndecodableRecordException extends RuntimeException {

  /** Kind of problem, for metrics. */
  public enum Reason {
    /** The encoding is unknown. */
    NOT_SINGLE_OBJECT,
    /** No released schema has the fingerprint. */
    UNKNOWN_FINGERPRINT,
    /** The record has a schema id, but no registry is configured. */
    NO_REGISTRY,
    /** The registry does not have a schema with the id. */
    UNKNOWN_SCHEMA_ID,
    /** Records with the schema of the id cannot be resolved to the current schema. */
    UNRESOLVABLE_SCHEMA,
    /** The body does not match its schema. */
    CORRUPT_BODY,
    /** A string is not UTF-8. */
    NOT_UTF8,
    /** A required field is null, or its value has a type without a conversion. */
    MISSING_VALUE,
    /** Bytes follow the record. */
    TRAILING_BYTES
  }

  private final Reason reason;

  UndecodableRecordException(Reason reason, String message) {
    this(reason, message, null);
  }

  UndecodableRecordException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Returns the kind of problem. */
  public Reason reason() {
    return reason;
  }
}
