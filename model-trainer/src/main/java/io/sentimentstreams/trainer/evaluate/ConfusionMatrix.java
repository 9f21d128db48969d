package io.sentimentstreams.trainer.evaluate;

import java.util.List;

/**
 * Confusion matrix of a binary classifier.
 *
 * @param truePositives positive reviews with a positive decision
 * @param falsePositives negative reviews with a positive decision
 * @param trueNegatives negative reviews with a negative decision
 * @param falseNegatives positive reviews with a negative decision
 */
public record ConfusionMatrix(
    int truePositives, int falsePositives, int trueNegatives, int falseNegatives) {

  /** Counts decisions; scores at or above the threshold are positive. */
  static ConfusionMatrix of(List<Prediction> predictions, double threshold) {
    int[] counts = new int[4];
    for (Prediction prediction : predictions) {
      boolean predicted = prediction.score() >= threshold;
      counts[(predicted ? 0 : 2) + (predicted == prediction.positive() ? 0 : 1)]++;
    }
    return new ConfusionMatrix(counts[0], counts[1], counts[2], counts[3]);
  }

  /** Returns the share of correct decisions. */
  double accuracy() {
    int all = truePositives + falsePositives + trueNegatives + falseNegatives;
    return ratio(truePositives + trueNegatives, all);
  }

  /** Returns the share of positive decisions that are correct; 0 without positive decisions. */
  double precision() {
    return ratio(truePositives, truePositives + falsePositives);
  }

  /** Returns the share of positive reviews with a positive decision; 0 without positive reviews. */
  double recall() {
    return ratio(truePositives, truePositives + falseNegatives);
  }

  /** Returns the harmonic mean of precision and recall; 0 if both are 0. */
  double f1() {
    return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
