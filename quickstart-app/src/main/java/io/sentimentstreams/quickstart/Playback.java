package io.sentimentstreams.quickstart;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Publishes a playlist and shows what comes back. One thread plays; {@link #stop} may be called by
 * any.
 */
final class Playback {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

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
   * Plays until every event came back, or until none has come back for a minute although some are
   * missing.
   *
   * @param failed whether nothing more can come back
   */
  void play(BooleanSupplier failed) {
    Thread publishing = new Thread(publisher, "event-publisher");
    publishing.start();
    table.header();
    long lastSign = System.nanoTime();
    while (publishing.isAlive() || !ledger.isSettled()) {
      if (failed.getAsBoolean()) {
        stop();
        return;
      }
      boolean silent = !showNext();
      if (!silent || publishing.isAlive()) {
        lastSign = System.nanoTime();
      } else if (System.nanoTime() - lastSign > TIMEOUT.toNanos()) {
        return;
      }
    }
  }

  /** Publishes nothing more; what was published is still awaited. */
  void stop() {
    publisher.stop();
  }

  /** Reads what else was committed: there should be nothing. */
  void readToEnd() {
    while (!reader.isAtEnd()) {
      showNext();
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
            .ifPresent(returned -> table.row(letter, returned.latency()));
      }
    }
    return !outcomes.isEmpty();
  }

  private void show(Outcome.Scored scored, Ledger.Returned returned) {
    if (returned.event() instanceof PlannedEvent.Review planned) {
      LabelledReview review = planned.review();
      double share = ledger.judged(scored.label().equals(review.sentiment().name()));
      table.row(scored, review, share, returned.latency());
    }
  }
}
