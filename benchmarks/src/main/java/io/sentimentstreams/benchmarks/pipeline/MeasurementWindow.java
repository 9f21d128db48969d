package io.sentimentstreams.benchmarks.pipeline;

import java.time.Instant;

/**
 * Measured part of a backlog. It excludes the first half, in which code is compiled, and the last
 * part, in which partitions finish at different times.
 *
 * @param from start
 * @param to end
 * @param records number of records scored in it
 */
record MeasurementWindow(Instant from, Instant to, int records) {

  private static final double BEGIN = 0.5;
  private static final double END = 0.95;

  /**
   * Returns the measured part of a backlog.
   *
   * @param scoredAt time of each score in milliseconds since 1970, ascending
   */
  static MeasurementWindow of(long[] scoredAt) {
    int first = (int) (BEGIN * scoredAt.length);
    int last = Math.max(first + 1, (int) (END * scoredAt.length) - 1);
    long from = scoredAt[first];
    long to = Math.max(from + 1, scoredAt[last]);
    return new MeasurementWindow(
        Instant.ofEpochMilli(from), Instant.ofEpochMilli(to), last - first);
  }

  double seconds() {
    return (to.toEpochMilli() - from.toEpochMilli()) / 1000.0;
  }

  double recordsPerSecond() {
    return records / seconds();
  }
}
