package io.sentimentstreams.benchmarks.result;

import java.util.Arrays;

/**
 * Median and quartiles of repeated measurements.
 *
 * @param median median
 * @param low lower quartile
 * @param high upper quartile
 */
public record Quartiles(double median, double low, double high) {

  /** Returns the quartiles of repeated measurements, at least one. */
  public static Quartiles of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Quartiles(quantile(sorted, 0.5), quantile(sorted, 0.25), quantile(sorted, 0.75));
  }

  /** Returns the quartiles of {@code numerators[i] / denominators[i]}. */
  public static Quartiles ofQuotients(double[] numerators, double[] denominators) {
    double[] quotients = new double[numerators.length];
    for (int i = 0; i < quotients.length; i++) {
      quotients[i] = numerators[i] / denominators[i];
    }
    return of(quotients);
  }

  /** Returns the quartiles divided by a number. */
  public Quartiles over(double divisor) {
    return new Quartiles(median / divisor, low / divisor, high / divisor);
  }

  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
