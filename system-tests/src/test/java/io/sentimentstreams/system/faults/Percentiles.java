package io.sentimentstreams.system.faults;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Times in seconds.
 *
 * @param count of them
 * @param p50 as long as half of them at most
 * @param p95 as long as 95 of 100 at most
 * @param max the longest
 */
record Percentiles(int count, double p50, double p95, double max) {

  /** Of times, at least one. */
  static Percentiles of(Collection<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    return new Percentiles(sorted.size(), at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1));
  }

  /** The nearest rank: a time that was seen, not one in between. */
  private static double at(List<Duration> sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(rank, 1) - 1).toMillis() / 1000.0;
  }
}
