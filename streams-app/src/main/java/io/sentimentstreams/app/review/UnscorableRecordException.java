package io.sentimentstreams.app.review;

import org.jspecify.annotations.Nullable;

/** A record that cannot be scored. Says why, and is answered with a dead letter. */
public final class UnscorableRecordException extends RuntimeException {

  private final DeadLetterReason reason;

  /**
   * A record cannot be scored.
   *
   * @param reason why
   * @param message what is wrong, for people
   * @param cause what found it, if anything was thrown
   */
  public UnscorableRecordException(
      DeadLetterReason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why. */
  public DeadLetterReason reason() {
    return reason;
  }

  /** What is wrong, for people. */
  public String description() {
    return String.valueOf(getMessage());
  }
}
