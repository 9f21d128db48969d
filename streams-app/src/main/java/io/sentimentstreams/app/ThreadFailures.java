package io.sentimentstreams.app;

import io.sentimentstreams.metrics.ScoringMeters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what happens when a stream thread dies. A passing fault of the cluster costs the thread,
 * which is replaced, a limited number of times in a while; anything else ends the client, because
 * it would come back. Nothing is lost either way: what was not committed is read again.
 * Thread-safe.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ThreadFailures.class);

  /**
   * What a new thread is free of, for it has a producer and a membership of its own: no answer in
   * time, and transactions that brokers ended or do not know any more, after their coordinator
   * moved or while the process or a broker stood still.
   */
  private static final List<Class<? extends Exception>> PASSING =
      List.of(
          RetriableException.class,
          ApplicationRecoverableException.class,
          InvalidTxnStateException.class,
          OutOfOrderSequenceException.class,
          TransactionAbortableException.class,
          TransactionAbortedException.class,
          CommitFailedException.class);

  /** What would meet a new thread as well, even where it ended a transaction. */
  private static final List<Class<? extends Exception>> LASTING =
      List.of(AuthorizationException.class, RecordTooLargeException.class);

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
  ThreadFailures(ScoringMeters meters, Clock clock, int limit, Duration window) {
    this.meters = meters;
    this.clock = clock;
    this.limit = limit;
    this.window = window;
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable failure) {
    if (isPassing(failure) && mayReplace()) {
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
      if (cause instanceof RecordTooLargeException) {
        return "raise max.message.bytes of the topic that the record is for, and start again:"
            + " nothing is lost";
      }
    }
    return "mend the cause and start again: nothing is lost";
  }

  private static boolean isPassing(Throwable failure) {
    return isCausedBy(PASSING, failure) && !isCausedBy(LASTING, failure);
  }

  private static boolean isCausedBy(List<Class<? extends Exception>> types, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      for (Class<? extends Exception> type : types) {
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
