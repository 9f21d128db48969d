package io.sentimentstreams.benchmarks.pipeline;

import java.time.Instant;

/**
 * What counts of a backlog: its first half, in which code is being compiled, and its end, when one
 * partition may be done before another, are left out.
 *
 * @param from when it begins
 * @param to when it ends, later
 * @param records that were scored in it
 */
record Window(Instant from, Instant to, int records) {

  private static final double BEGIN = 0.5;
  private static final double END = 0.95;

  /**
   * Of a backlog.
   *
   * @param scoredAt when each record was scored, milliseconds since 1970, in order
   */
  static Window of(long[] scoredAt) {
    int first = (int) (BEGIN * scoredAt.length);
    int last = Math.max(first + 1, (int) (END * scoredAt.length) - 1);
    long from = scoredAt[first];
    long to = Math.max(from + 1, scoredAt[last]);
    return new Window(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to), last - first);
  }

  double seconds() {
    return (to.toEpochMilli() - from.toEpochMilli()) / 1000.0;
  }

  double recordsPerSecond() {
    return records / seconds();
  }
}
