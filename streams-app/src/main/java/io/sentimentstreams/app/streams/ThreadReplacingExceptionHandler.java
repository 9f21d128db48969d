package io.sentimentstreams.app.streams;

import io.sentimentstreams.app.metrics.ScoringMeters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.errors.TopologyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what happens when a stream thread dies. What would surely come back ends the client: a
 * right that lacks, a record that a topic does not take, no memory. Anything else costs the thread,
 * which is replaced, a limited number of times in a while: a new one has a producer and a
 * membership of its own, and faults of brokers reach a thread under many names. Nothing is lost
 * either way: what was not committed is read again. Thread-safe.
 */
public final class ThreadReplacingExceptionHandler implements StreamsUncaughtExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ThreadReplacingExceptionHandler.class);

  /** What would meet a new thread as well, even where it ended a transaction. */
  private static final List<Class<? extends Throwable>> LASTING =
      List.of(
          AuthenticationException.class,
          InvalidConfigurationException.class,
          RecordTooLargeException.class,
          InvalidTimestampException.class,
          ConfigException.class,
          TopologyException.class,
          MissingSourceTopicException.class,
          Error.class);

  private final ScoringMeters meters;
  private final Clock clock;
  private final int limit;
  private final Duration window;
  private final Deque<Instant> replaced = new ArrayDeque<>();

  /**
   * Decides for one client.
   *
   * @param meters what counts replaced threads
   * @param clock what tells how long ago they were replaced
   * @param limit replacements within the window, at most
   * @param window how long a replacement counts
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
    if (!isLasting(failure) && mayReplace()) {
      meters.threadReplaced();
      log.warn("event=stream-thread-replaced", failure);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    log.error("event=client-shut-down remedy=\"{}\"", remedy(failure), failure);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  private static String remedy(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AuthorizationException) {
        return "give the application its rights back (start again: what lacks is named) and nothing"
            + " is lost";
      }
      if (cause instanceof UnsupportedVersionException) {
        return "the brokers do not support a request: set kafka.group.protocol=classic, or upgrade"
            + " the brokers to Kafka 4.2 or newer with the feature streams.version=1, and start"
            + " again: nothing is lost";
      }
      if (cause instanceof InvalidTimestampException) {
        return "let the topic of scores take the timestamps of reviews (topics check names the"
            + " setting), and start again: nothing is lost";
      }
      if (cause instanceof RecordTooLargeException) {
        return "raise max.message.bytes of the topic that the record is for, and start again:"
            + " nothing is lost";
      }
    }
    return "mend the cause and start again: nothing is lost";
  }

  private static boolean isLasting(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      for (Class<? extends Throwable> type : LASTING) {
        if (type.isInstance(cause)) {
          return true;
        }
      }
    }
    return false;
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
