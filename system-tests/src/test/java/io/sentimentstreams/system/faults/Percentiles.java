package io.sentimentstreams.system.faults;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Percentiles of times, in seconds.
 *
 * @param count number of times
 * @param p50 median
 * @param p95 95th percentile
 * @param max maximum
 */
record Percentiles(int count, double p50, double p95, double max) {

  /** Returns the percentiles of at least one time. */
  static Percentiles of(Collection<Duration> times) {
    List<Duration> sorted = times.stream().sorted().toList();
    return new Percentiles(sorted.size(), at(sorted, 0.5), at(sorted, 0.95), at(sorted, 1));
  }

  /** Returns the nearest rank, without interpolation. */
  private static double at(List<Duration> sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(rank, 1) - 1).toMillis() / 1000.0;
  }
}
