package io.sentimentstreams.app.review;

/** Why a record cannot be scored. The names are part of the dead letters' format. */
public enum DeadLetterReason {
  /** The record has no value: there is no score to delete, so a tombstone is a fault here. */
  TOMBSTONE(Stage.VALIDATE),
  /** Key, value and headers together are larger than {@code review.max.bytes}. */
  OVERSIZE(Stage.VALIDATE),
  /** The value is in neither of the encodings of Avro that are read. */
  NOT_SINGLE_OBJECT(Stage.DECODE),
  /** The value was written with a schema that was never released, or later than this release. */
  UNKNOWN_FINGERPRINT(Stage.DECODE),
  /** The value names its schema by a registry's id, but {@code schema.registry.url} is not set. */
  NO_REGISTRY(Stage.DECODE),
  /** The schema registry says that it has no schema of the value's id. */
  UNKNOWN_SCHEMA_ID(Stage.DECODE),
  /** The schema of the value's id cannot be read as a review. */
  UNRESOLVABLE_SCHEMA(Stage.DECODE),
  /** The value does not follow the schema that it names. */
  CORRUPT_BODY(Stage.DECODE),
  /** Bytes are left over behind the review. */
  TRAILING_BYTES(Stage.DECODE),
  /** The value is no text in UTF-8, where {@code input.format} asks for text. */
  NOT_UTF8(Stage.DECODE),
  /** The value is not JSON, where {@code input.format} asks for it. */
  MALFORMED_JSON(Stage.DECODE),
  /** The value is JSON, but has not the fields of a review. */
  NOT_A_REVIEW(Stage.DECODE),
  /** The review's text is empty or blank. */
  NO_TEXT(Stage.VALIDATE),
  /** The model failed on this text. */
  SCORING_FAILED(Stage.SCORE);

  /** The step at which a record failed. */
  public enum Stage {
    /** Looking at the record before or after it is decoded. */
    VALIDATE,
    /** Turning bytes into a review. */
    DECODE,
    /** Tokenizing and running the network. */
    SCORE
  }

  private final Stage stage;

  DeadLetterReason(Stage stage) {
    this.stage = stage;
  }

  /** The step at which the record failed. */
  public Stage stage() {
    return stage;
  }
}
