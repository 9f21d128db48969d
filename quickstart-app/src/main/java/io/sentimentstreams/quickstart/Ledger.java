package io.sentimentstreams.quickstart;

import io.sentimentstreams.quickstart.review.LabelledReview;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares the published events with the scores and dead letters. Each event, including those of
 * the warm-up, must come back exactly once. Thread-safe.
 */
final class Ledger {

  private final Map<String, Awaited> awaited = new HashMap<>();
  private final SortedMap<String, Long> notAnswered = new TreeMap<>();
  private long[] latencies = new long[256];
  private int measured;
  private long scored;
  private long deadLettered;
  private long warmUps;
  private long surplus;
  private long answered;
  private long expected;
  private long correct;

  private record Awaited(PlannedEvent event, long nanos) {}

  /**
   * An event that came back.
   *
   * @param event the event as it was published
   * @param latency nanoseconds since then
   */
  record Returned(PlannedEvent event, long latency) {}

  /**
   * Records that an event is about to be sent.
   *
   * @param nanos the time, from {@link System#nanoTime()}
   */
  synchronized void published(PlannedEvent event, long nanos) {
    awaited.put(event.id(), new Awaited(event, nanos));
  }

  /** Records a score. Returns the event, or nothing if no event with this id is missing. */
  synchronized Optional<Returned> scored(String id, long nanos) {
    Optional<Returned> returned = returned(id, nanos);
    if (returned.isPresent() && isWarmUp(returned.get().event())) {
      warmUps++;
    } else {
      scored++;
    }
    return returned;
  }

  /** Records a dead letter. Returns the event, or nothing if no event with this id is missing. */
  synchronized Optional<Returned> deadLettered(String id, long nanos) {
    deadLettered++;
    return returned(id, nanos);
  }

  /** Compares the answer to a review with the label that a reader would give. */
  synchronized void compared(Outcome.Scored scored, LabelledReview review) {
    if (scored.label().isEmpty()) {
      String reason = scored.noAnswer().map(each -> each.reason().name()).orElse("OTHER");
      notAnswered.merge(reason, 1L, Long::sum);
      return;
    }
    answered++;
    Optional<Boolean> isExpected = review.expects(scored.label().get());
    if (isExpected.isPresent()) {
      expected++;
      correct += isExpected.get() ? 1 : 0;
    }
  }

  /** Returns whether all published events have come back. */
  synchronized boolean isSettled() {
    return awaited.isEmpty();
  }

  synchronized Summary summary() {
    long[] sorted = Arrays.copyOf(latencies, measured);
    Arrays.sort(sorted);
    return new Summary(
        new Summary.Account(scored, deadLettered, warmUps, awaited.size(), surplus),
        new Summary.Latency(percentile(sorted, 50), percentile(sorted, 99)),
        new Summary.Answers(answered, expected, correct, notAnswered));
  }

  private Optional<Returned> returned(String id, long nanos) {
    Awaited sent = awaited.remove(id);
    if (sent == null) {
      surplus++;
      return Optional.empty();
    }
    long latency = nanos - sent.nanos();
    if (!isWarmUp(sent.event())) {
      measured(latency);
    }
    return Optional.of(new Returned(sent.event(), latency));
  }

  private void measured(long latency) {
    if (measured == latencies.length) {
      latencies = Arrays.copyOf(latencies, 2 * latencies.length);
    }
    latencies[measured++] = latency;
  }

  private static boolean isWarmUp(PlannedEvent event) {
    return event instanceof PlannedEvent.WarmUp;
  }

  /** Returns the nearest-rank percentile. */
  private static long percentile(long[] sorted, int percent) {
    return sorted.length == 0 ? 0 : sorted[(sorted.length * percent + 99) / 100 - 1];
  }
}
