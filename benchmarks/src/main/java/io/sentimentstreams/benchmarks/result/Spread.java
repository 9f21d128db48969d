package io.sentimentstreams.benchmarks.result;

import java.util.Arrays;

/**
 * A figure and how far its repetitions lie apart.
 *
 * @param median half of the repetitions lie below
 * @param low a quarter of the repetitions lies below
 * @param high a quarter of the repetitions lies above
 */
public record Spread(double median, double low, double high) {

  /** Of repetitions, at least one. */
  public static Spread of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Spread(quantile(sorted, 0.5), quantile(sorted, 0.25), quantile(sorted, 0.75));
  }

  /** Of {@code numerators[i] / denominators[i]}. */
  public static Spread ofQuotients(double[] numerators, double[] denominators) {
    double[] quotients = new double[numerators.length];
    for (int i = 0; i < quotients.length; i++) {
      quotients[i] = numerators[i] / denominators[i];
    }
    return of(quotients);
  }

  /** The same divided by a number. */
  public Spread over(double divisor) {
    return new Spread(median / divisor, low / divisor, high / divisor);
  }

  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
