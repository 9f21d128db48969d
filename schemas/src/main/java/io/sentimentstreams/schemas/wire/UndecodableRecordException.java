package io.sentimentstreams.schemas.wire;

import org.jspecify.annotations.Nullable;

/** Bytes that are not a record of the expected kind. The message says what is wrong with them. */
public final class UndecodableRecordException extends RuntimeException {

  /** What is wrong, coarsely enough to be counted. */
  public enum Reason {
    /** The bytes begin like neither of the encodings that are read. */
    NOT_SINGLE_OBJECT,
    /** The fingerprint names a schema that is not among the released ones. */
    UNKNOWN_FINGERPRINT,
    /** The record names its schema by a registry's id, but no registry is known. */
    NO_REGISTRY,
    /** The registry knows no schema of that id. */
    UNKNOWN_SCHEMA_ID,
    /** The schema of that id is known, but its records cannot be read as ours. */
    UNRESOLVABLE_SCHEMA,
    /** The body does not follow the schema that it names. */
    CORRUPT_BODY,
    /** Bytes are left over behind the record. */
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

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }
}
