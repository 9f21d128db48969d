package io.sentimentstreams.trainer.evaluate;

import java.util.List;

/**
 * How often truth and decision meet.
 *
 * @param truePositives positive, and said so
 * @param falsePositives negative, said to be positive
 * @param trueNegatives negative, and said so
 * @param falseNegatives positive, said to be negative
 */
public record ConfusionMatrix(
    int truePositives, int falsePositives, int trueNegatives, int falseNegatives) {

  /** Counts decisions; a score at the threshold or above it says positive. */
  static ConfusionMatrix of(List<Prediction> predictions, double threshold) {
    int[] counts = new int[4];
    for (Prediction prediction : predictions) {
      boolean said = prediction.score() >= threshold;
      counts[(said ? 0 : 2) + (said == prediction.positive() ? 0 : 1)]++;
    }
    return new ConfusionMatrix(counts[0], counts[1], counts[2], counts[3]);
  }

  /** Share of right decisions. */
  double accuracy() {
    int all = truePositives + falsePositives + trueNegatives + falseNegatives;
    return ratio(truePositives + trueNegatives, all);
  }

  /** Share of those said to be positive that are; 0 if none was. */
  double precision() {
    return ratio(truePositives, truePositives + falsePositives);
  }

  /** Share of the positive ones that were found; 0 if there are none. */
  double recall() {
    return ratio(truePositives, truePositives + falseNegatives);
  }

  /** The harmonic mean of precision and recall; 0 if both are. */
  double f1() {
    return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
