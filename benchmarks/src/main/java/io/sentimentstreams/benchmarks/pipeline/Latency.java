package io.sentimentstreams.benchmarks.pipeline;

import org.HdrHistogram.Histogram;

/**
 * How long reviews took from when they were meant to be sent until their score was read as
 * committed.
 *
 * @param rate reviews a second
 * @param reviews how many were counted
 * @param p50 milliseconds that half of them took at most
 * @param p99 milliseconds that 99 of 100 took at most
 * @param p999 milliseconds that 999 of 1,000 took at most
 * @param max milliseconds of the slowest
 * @param producerLate milliseconds by which 99 of 100 reviews were sent late at most, which is a
 *     part of the latency that the application has no part in
 */
public record Latency(
    double rate,
    long reviews,
    double p50,
    double p99,
    double p999,
    double max,
    double producerLate) {

  private static final double MICROS_A_MILLI = 1000;

  /**
   * From what was recorded.
   *
   * @param micros microseconds
   */
  static Latency of(double rate, Histogram micros, double producerLate) {
    return new Latency(
        rate,
        micros.getTotalCount(),
        micros.getValueAtPercentile(50) / MICROS_A_MILLI,
        micros.getValueAtPercentile(99) / MICROS_A_MILLI,
        micros.getValueAtPercentile(99.9) / MICROS_A_MILLI,
        micros.getMaxValue() / MICROS_A_MILLI,
        producerLate);
  }
}
