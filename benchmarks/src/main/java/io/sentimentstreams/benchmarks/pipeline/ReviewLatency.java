package io.sentimentstreams.benchmarks.pipeline;

import org.HdrHistogram.Histogram;

/**
 * Latency of reviews from the scheduled send time until their score was read as committed.
 *
 * @param rate reviews per second
 * @param reviews number of reviews
 * @param p50 milliseconds
 * @param p99 milliseconds
 * @param p999 milliseconds
 * @param max milliseconds
 * @param producerLate p99 of the producer's delay in milliseconds, which is part of the latency but
 *     not caused by the application
 */
public record ReviewLatency(
    double rate,
    long reviews,
    double p50,
    double p99,
    double p999,
    double max,
    double producerLate) {

  private static final double MICROS_A_MILLI = 1000;

  /**
   * Computes the latency.
   *
   * @param micros histogram in microseconds
   */
  static ReviewLatency of(double rate, Histogram micros, double producerLate) {
    return new ReviewLatency(
        rate,
        micros.getTotalCount(),
        micros.getValueAtPercentile(50) / MICROS_A_MILLI,
        micros.getValueAtPercentile(99) / MICROS_A_MILLI,
        micros.getValueAtPercentile(99.9) / MICROS_A_MILLI,
        micros.getMaxValue() / MICROS_A_MILLI,
        producerLate);
  }
}
