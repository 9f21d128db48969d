package io.sentimentstreams.app.review;

/** The reason why a record cannot be scored. The names are part of the dead letters' format. */
public enum DeadLetterReason {
  /** The record has no value. Scores cannot be deleted, so a tombstone is an error. */
  TOMBSTONE(Stage.VALIDATE),
  /** Key, value and headers together exceed {@code review.max.bytes}. */
  OVERSIZE(Stage.VALIDATE),
  /** The value has none of the supported Avro encodings. */
  NOT_SINGLE_OBJECT(Stage.DECODE),
  /** The value's schema was never released, or is newer than this application. */
  UNKNOWN_FINGERPRINT(Stage.DECODE),
  /** The value has a registry's schema id, but {@code schema.registry.url} is not set. */
  NO_REGISTRY(Stage.DECODE),
  /** The schema registry does not have the schema id, or a header is not a schema id. */
  UNKNOWN_SCHEMA_ID(Stage.DECODE),
  /** Records with the schema of the value's id cannot be read as reviews. */
  UNRESOLVABLE_SCHEMA(Stage.DECODE),
  /** The value does not match its schema. */
  CORRUPT_BODY(Stage.DECODE),
  /** Bytes follow the review. */
  TRAILING_BYTES(Stage.DECODE),
  /** The value, or a string in it, is not UTF-8. */
  NOT_UTF8(Stage.DECODE),
  /** The value is not valid JSON, with {@code input.format} json. */
  MALFORMED_JSON(Stage.DECODE),
  /** The value can be decoded, but a field is missing, null, unknown or out of range. */
  NOT_A_REVIEW(Stage.DECODE),
  /** The review's text has no visible character. */
  NO_TEXT(Stage.VALIDATE),
  /** The review's text has a NUL character. */
  NUL_IN_TEXT(Stage.VALIDATE),
  /** The model failed on the text. */
  SCORING_FAILED(Stage.SCORE);

  /** The step in which a record failed. */
  public enum Stage {
    /** Validation before or after decoding. */
    VALIDATE,
    /** Conversion of bytes to a review. */
    DECODE,
    /** Tokenizing and running the network. */
    SCORE
  }

  private final Stage stage;

  DeadLetterReason(Stage stage) {
    this.stage = stage;
  }

  /** Returns the step in which the record failed. */
  public Stage stage() {
    return stage;
  }
}
