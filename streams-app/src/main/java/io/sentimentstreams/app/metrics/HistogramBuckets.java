package io.sentimentstreams.app.metrics;

import java.util.List;

/** The upper bounds of histogram buckets, in the unit of the values. */
final class HistogramBuckets {

  /** Seconds of a step that normally takes microseconds. */
  static final List<Double> QUICK =
      List.of(
          0.000_001,
          0.000_002_5,
          0.000_005,
          0.000_01,
          0.000_025,
          0.000_05,
          0.000_1,
          0.000_25,
          0.000_5,
          0.001,
          0.005,
          0.05);

  /** Seconds that a network takes for one text. */
  static final List<Double> SCORING =
      List.of(0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5);

  /** Seconds of latency: normally milliseconds, minutes after an outage. */
  static final List<Double> WAIT =
      List.of(0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 60.0, 600.0);

  /** Probabilities. */
  static final List<Double> TENTHS = List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0);

  /** Shares that are normally near 0. */
  static final List<Double> SHARES = List.of(0.001, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0);

  /** Numbers of tokens of a text. */
  static final List<Double> TOKENS =
      List.of(10.0, 25.0, 50.0, 100.0, 150.0, 200.0, 300.0, 400.0, 600.0, 1000.0);

  private HistogramBuckets() {}
}
