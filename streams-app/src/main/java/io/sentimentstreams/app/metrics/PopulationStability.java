package io.sentimentstreams.app.metrics;

import java.util.List;

/**
 * The population stability index (Siddiqi, Credit Risk Scorecards, 2006, chapter 9): how far a
 * distribution has moved from a reference, {@code sum((a - e) * ln(a / e))} over the bins' shares.
 * Below 0.1 nothing has changed, above 0.25 much has, is the rule of thumb that comes with it.
 */
final class PopulationStability {

  /** Added to each count, so that a bin that one side leaves empty does not make it infinite. */
  private static final double SMOOTHING = 0.5;

  private PopulationStability() {}

  /**
   * Compares two histograms of the same bins.
   *
   * @param reference counts of the reference, one value at least
   * @param actual counts of today, one value at least
   * @return at least 0; 0 where the shares are the same
   */
  static double index(List<Long> reference, long[] actual) {
    if (reference.size() != actual.length) {
      throw new IllegalArgumentException(
          "both histograms must have the same bins, had %d and %d"
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
