package io.sentimentstreams.quickstart;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was published and what came back for it: each event must come back exactly once, as a score
 * or as a dead letter. Thread-safe.
 */
final class Ledger {

  private final Map<String, Awaited> awaited = new HashMap<>();
  private long[] latencies = new long[256];
  private int returned;
  private long scored;
  private long deadLettered;
  private long surplus;
  private long labelled;
  private long right;

  private record Awaited(PlannedEvent event, long nanos) {}

  /**
   * An event that came back.
   *
   * @param event as it was published
   * @param latency nanoseconds since then
   */
  record Returned(PlannedEvent event, long latency) {}

  /**
   * Notes an event as about to be sent.
   *
   * @param nanos when, by {@link System#nanoTime()}
   */
  synchronized void published(PlannedEvent event, long nanos) {
    awaited.put(event.id(), new Awaited(event, nanos));
  }

  /** Notes a score; empty if nothing waited for it. */
  synchronized Optional<Returned> scored(String id, long nanos) {
    scored++;
    return returned(id, nanos);
  }

  /** Notes a dead letter; empty if nothing waited for it. */
  synchronized Optional<Returned> deadLettered(String id, long nanos) {
    deadLettered++;
    return returned(id, nanos);
  }

  /** Notes whether a score agreed with the reader; gives the share that did so far, 0 to 1. */
  synchronized double judged(boolean agrees) {
    labelled++;
    if (agrees) {
      right++;
    }
    return (double) right / labelled;
  }

  /** Whether nothing that was published is still to come back. */
  synchronized boolean isSettled() {
    return awaited.isEmpty();
  }

  synchronized Summary summary() {
    long[] sorted = Arrays.copyOf(latencies, returned);
    Arrays.sort(sorted);
    return new Summary(
        scored,
        deadLettered,
        awaited.size(),
        surplus,
        percentile(sorted, 50),
        percentile(sorted, 99),
        labelled,
        right);
  }

  private Optional<Returned> returned(String id, long nanos) {
    Awaited sent = awaited.remove(id);
    if (sent == null) {
      surplus++;
      return Optional.empty();
    }
    long latency = nanos - sent.nanos();
    if (returned == latencies.length) {
      latencies = Arrays.copyOf(latencies, 2 * latencies.length);
    }
    latencies[returned++] = latency;
    return Optional.of(new Returned(sent.event(), latency));
  }

  /** The nearest rank. */
  private static long percentile(long[] sorted, int percent) {
    return sorted.length == 0 ? 0 : sorted[(sorted.length * percent + 99) / 100 - 1];
  }
}
