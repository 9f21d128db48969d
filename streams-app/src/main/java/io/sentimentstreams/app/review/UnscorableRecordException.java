package io.sentimentstreams.app.review;

import org.jspecify.annotations.Nullable;

/** A record that cannot be scored and becomes a dead letter. */
public final class UnscorableRecordException extends RuntimeException {

  private final DeadLetterReason reason;

  /**
   * Creates an exception.
   *
   * @param reason for programs
   * @param message for people, with a remedy
   * @param cause null if no exception was thrown
   */
  public UnscorableRecordException(
      DeadLetterReason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Returns the reason, for programs. */
  public DeadLetterReason reason() {
    return reason;
  }

  /** Returns the message, for people. */
  public String description() {
    return String.valueOf(getMessage());
  }
}
