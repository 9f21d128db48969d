package io.sentimentstreams.deadletter;

/** Why a record cannot be scored. The names are part of the dead letters' format. */
public enum DeadLetterReason {
  /** The record has no value: there is no score to delete, so a tombstone is a fault here. */
  TOMBSTONE(Stage.VALIDATE),
  /** Key, value and headers together are larger than {@code review.max.bytes}. */
  OVERSIZE(Stage.VALIDATE),
  /** The value is not in Avro single-object encoding. */
  NOT_SINGLE_OBJECT(Stage.DECODE),
  /** The value was written with a schema that was never released, or later than this release. */
  UNKNOWN_FINGERPRINT(Stage.DECODE),
  /** The value does not follow the schema that it names. */
  CORRUPT_BODY(Stage.DECODE),
  /** Bytes are left over behind the review. */
  TRAILING_BYTES(Stage.DECODE),
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
