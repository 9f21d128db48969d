package io.sentimentstreams.app.deadletter;

import io.sentimentstreams.app.review.DeadLetterReason;
import io.sentimentstreams.app.review.UnscorableRecordException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * The headers that Kafka Streams writes to its own dead-letter queue (KIP-1034), with the same
 * names and encoding, for tools that read them. Every value is text in UTF-8, numbers are decimal.
 *
 * <p>One value differs: the stack trace has no messages of exceptions, because such a message may
 * quote a review.
 */
public final class StreamsErrorHeaders {

  /** Start of each name. */
  public static final String PREFIX = "__streams.errors.";

  /** Class of the exception. */
  public static final String EXCEPTION = PREFIX + "exception";

  /** Message of the exception; equal to {@link DeadLetterHeaders#MESSAGE}. */
  public static final String MESSAGE = PREFIX + "message";

  /** Classes and frames of the exception and its causes. Present only if scoring failed. */
  public static final String STACKTRACE = PREFIX + "stacktrace";

  /** Topic of the original record. */
  public static final String TOPIC = PREFIX + "topic";

  /** Partition of the original record. */
  public static final String PARTITION = PREFIX + "partition";

  /** Offset of the original record. */
  public static final String OFFSET = PREFIX + "offset";

  private static final int MAX_STACKTRACE = 4_000;
  private static final int MAX_CAUSES = 10;

  private StreamsErrorHeaders() {}

  /**
   * Adds the headers.
   *
   * @param message for people
   */
  static void put(
      Headers headers, RecordMetadata where, UnscorableRecordException why, String message) {
    Throwable cause = why.getCause();
    Throwable thrown = cause == null ? why : cause;
    DeadLetters.put(headers, EXCEPTION, thrown.getClass().getName());
    DeadLetters.put(headers, MESSAGE, message);
    if (cause != null && why.reason() == DeadLetterReason.SCORING_FAILED) {
      DeadLetters.put(headers, STACKTRACE, stackTrace(cause));
    }
    DeadLetters.put(headers, TOPIC, where.topic());
    DeadLetters.put(headers, PARTITION, Integer.toString(where.partition()));
    DeadLetters.put(headers, OFFSET, Long.toString(where.offset()));
  }

  private static String stackTrace(Throwable thrown) {
    StringBuilder trace = new StringBuilder();
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < MAX_CAUSES && trace.length() < MAX_STACKTRACE; i++) {
      trace.append(i == 0 ? "" : "Caused by: ").append(cause.getClass().getName()).append('\n');
      for (StackTraceElement frame : cause.getStackTrace()) {
        trace.append("\tat ").append(frame).append('\n');
      }
      cause = cause.getCause();
    }
    trace.setLength(Math.min(trace.length(), MAX_STACKTRACE));
    return trace.toString();
  }
}
