package io.sentimentstreams.app.streams;

import io.sentimentstreams.app.kafka.KafkaErrorKind;
import io.sentimentstreams.app.metrics.ScoringMeters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A handler that replaces a stream thread after a transient error, a limited number of times within
 * a window. Permanent errors shut the client down. A new thread has a new producer and a new group
 * membership, because errors of brokers reach a thread as many different exceptions. No record is
 * lost: uncommitted records are reprocessed. Thread-safe.
 */
public final class ThreadReplacingExceptionHandler implements StreamsUncaughtExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ThreadReplacingExceptionHandler.class);

  private final ScoringMeters meters;
  private final Clock clock;
  private final int limit;
  private final Duration window;
  private final Deque<Instant> replaced = new ArrayDeque<>();

  /**
   * Creates a handler for one client.
   *
   * @param meters counts replaced threads
   * @param clock the time of replacements
   * @param limit the maximum number of replacements within the window
   * @param window the time for which a replacement counts
   */
  public ThreadReplacingExceptionHandler(
      ScoringMeters meters, Clock clock, int limit, Duration window) {
    this.meters = meters;
    this.clock = clock;
    this.limit = limit;
    this.window = window;
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable failure) {
    KafkaErrorKind kind = KafkaErrorKind.of(failure);
    if (!kind.isPermanent() && mayReplace()) {
      meters.threadReplaced();
      log.atWarn().setCause(failure).log("Replaced a stream thread after a transient error");
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    log.atError()
        .setCause(failure)
        .addKeyValue("kind", kind)
        .addKeyValue("remedy", remedy(kind) + " No record is lost.")
        .log("Shutting down after a permanent error");
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private static String remedy(KafkaErrorKind kind) {
    return switch (kind) {
      case AUTHORIZATION -> "Restore the ACL and restart; the startup check names missing ACLs.";
      case UNSUPPORTED_VERSION ->
          "Set kafka.group.protocol=classic, or upgrade the brokers to Kafka 4.2 or newer with the"
              + " feature streams.version=1, and restart.";
      case INVALID_TIMESTAMP ->
          "Make the output topic accept the timestamps of reviews and restart; 'topics check' names"
              + " the setting.";
      case RECORD_TOO_LARGE -> "Increase max.message.bytes of the output topic and restart.";
      default -> "Fix the cause and restart.";
    };
  }

  private synchronized boolean mayReplace() {
    Instant now = clock.instant();
    while (!replaced.isEmpty() && replaced.element().plus(window).isBefore(now)) {
      replaced.remove();
    }
    if (replaced.size() >= limit) {
      return false;
    }
    replaced.add(now);
    return true;
  }
}
