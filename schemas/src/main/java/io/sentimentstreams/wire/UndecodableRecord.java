package io.sentimentstreams.wire;

import org.jspecify.annotations.Nullable;

/** Bytes that are not a record of the expected kind. The message says what is wrong with them. */
public final class UndecodableRecord extends RuntimeException {

  /** What is wrong, coarsely enough to be counted. */
  public enum Reason {
    /**
     * The bytes do not begin with the marker of Avro's single-object encoding and a fingerprint.
     */
    NOT_SINGLE_OBJECT,
    /** The fingerprint names a schema that is not among the released ones. */
    UNKNOWN_FINGERPRINT,
    /** The body does not follow the schema that its fingerprint names. */
    CORRUPT_BODY,
    /** Bytes are left over behind the record. */
    TRAILING_BYTES
  }

  private final Reason reason;

  UndecodableRecord(Reason reason, String message) {
    this(reason, message, null);
  }

  UndecodableRecord(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What is wrong. */
  public Reason reason() {
    return reason;
  }
}
