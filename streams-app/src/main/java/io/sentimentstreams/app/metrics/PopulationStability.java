package io.sentimentstreams.app.metrics;

import java.util.List;

/**
 * The population stability index, the distance of a distribution from a reference: {@code sum((a -
 * e) * ln(a / e))} over the bins' shares. By the usual rule, below 0.1 is no change and above 0.25
 * is a large change. Source: Siddiqi, Credit Risk Scorecards, 2006, chapter 9.
 */
final class PopulationStability {

  /** Added to each count, so that an empty bin does not make the index infinite. */
  private static final double SMOOTHING = 0.5;

  private PopulationStability() {}

  /**
   * Returns the index of two histograms with the same bins.
   *
   * @param reference counts of the reference, at least one value
   * @param actual counts to compare, at least one value
   * @return at least 0; 0 if the shares are equal
   */
  static double index(List<Long> reference, long[] actual) {
    if (reference.size() != actual.length) {
      throw new IllegalArgumentException(
          "The histograms have different numbers of bins: %d and %d."
              .formatted(reference.size(), actual.length));
    }
    double expectedTotal = 0;
    double actualTotal = 0;
    for (int bin = 0; bin < actual.length; bin++) {
      expectedTotal += reference.get(bin) + SMOOTHING;
      actualTotal += actual[bin] + SMOOTHING;
    }
    double index = 0;
    for (int bin = 0; bin < actual.length; bin++) {
      double expectedShare = (reference.get(bin) + SMOOTHING) / expectedTotal;
      double actualShare = (actual[bin] + SMOOTHING) / actualTotal;
      index += (actualShare - expectedShare) * Math.log(actualShare / expectedShare);
    }
    return index;
  }
}
