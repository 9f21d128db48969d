package io.sentimentstreams.quickstart;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Publishes events and shows their results. One thread plays; any thread may call {@link #stop}.
 */
final class Playback {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration SILENCE_TIMEOUT = Duration.ofSeconds(60);

  private final EventPublisher publisher;
  private final OutcomeReader reader;
  private final Ledger ledger;
  private final LiveTable table;

  Playback(EventPublisher publisher, OutcomeReader reader, Ledger ledger, LiveTable table) {
    this.publisher = publisher;
    this.reader = reader;
    this.ledger = ledger;
    this.table = table;
  }

  /**
   * Publishes events and waits for their results, which are not shown. Returns when all events have
   * come back, or when none has come back for 60 s.
   *
   * @param rate events per second, above 0
   * @param failed whether the application has failed, so that no more results can come
   */
  void warmUp(List<PlannedEvent> events, double rate, BooleanSupplier failed) {
    publishAndAwait(events.iterator(), rate, failed);
  }

  /**
   * Publishes events and shows their results. Returns when all events have come back, or when none
   * has come back for 60 s.
   *
   * @param rate events per second, above 0
   * @param failed whether the application has failed, so that no more results can come
   */
  void play(Playlist events, double rate, BooleanSupplier failed) {
    table.header();
    publishAndAwait(events, rate, failed);
  }

  /** Stops publishing. The playback still waits for the events that were published. */
  void stop() {
    publisher.stop();
  }

  /** Reads all results that have been committed, so that duplicates are noticed. */
  void readToEnd() {
    while (!reader.isAtEnd()) {
      showNext();
    }
  }

  private void publishAndAwait(Iterator<PlannedEvent> events, double rate, BooleanSupplier failed) {
    Thread publishing = new Thread(() -> publisher.publish(events, rate), "event-publisher");
    publishing.start();
    long lastResult = System.nanoTime();
    while (publishing.isAlive() || !ledger.isSettled()) {
      if (failed.getAsBoolean()) {
        stop();
        return;
      }
      boolean isSilent = !showNext();
      if (!isSilent || publishing.isAlive()) {
        lastResult = System.nanoTime();
      } else if (System.nanoTime() - lastResult > SILENCE_TIMEOUT.toNanos()) {
        return;
      }
    }
  }

  private boolean showNext() {
    var outcomes = reader.poll(POLL);
    long now = System.nanoTime();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Scored scored) {
        ledger.scored(scored.id(), now).ifPresent(returned -> show(scored, returned));
      } else if (outcome instanceof Outcome.DeadLettered letter) {
        ledger
            .deadLettered(letter.id(), now)
            .ifPresent(returned -> table.deadLetter(letter, returned));
      }
    }
    return !outcomes.isEmpty();
  }

  private void show(Outcome.Scored scored, Ledger.Returned returned) {
    if (returned.event() instanceof PlannedEvent.Review planned) {
      ledger.compared(scored, planned.review());
      table.score(scored, planned.review(), returned.latency());
    }
  }
}
