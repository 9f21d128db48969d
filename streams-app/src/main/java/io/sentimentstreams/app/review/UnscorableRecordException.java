package io.sentimentstreams.app.review;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record that cannot be scored and becomes a dead letter. */
public final class UnscorableRecordException extends RuntimeException {

  private final DeadLetterReason reason;
  // Optional cannot be serialized.
  private final @Nullable String bundle;

  /**
   * Creates an exception.
   *
   * @param reason for programs
   * @param message for people, with a remedy
   * @param cause null if no exception was thrown
   */
  public UnscorableRecordException(
      DeadLetterReason reason, String message, @Nullable Throwable cause) {
    this(reason, message, cause, Optional.empty());
  }

  /**
   * Creates an exception of a model.
   *
   * @param reason for programs
   * @param message for people, with a remedy
   * @param cause null if no exception was thrown
   * @param bundle name, version and SHA-256 of the model's bundle, separated by spaces
   */
  public UnscorableRecordException(
      DeadLetterReason reason, String message, @Nullable Throwable cause, Optional<String> bundle) {
    super(message, cause);
    this.reason = reason;
    this.bundle = bundle.orElse(null);
  }

  /** Returns the bundle of the model that failed; empty if none was responsible. */
  public Optional<String> bundle() {
    return Optional.ofNullable(bundle);
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
