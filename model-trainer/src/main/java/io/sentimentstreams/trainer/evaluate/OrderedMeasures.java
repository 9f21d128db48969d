package io.sentimentstreams.trainer.evaluate;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Metrics of a classifier whose labels are ordered, such as stars. Distances are in steps from one
 * label to the next, positions count from 1 for the first label, and the expected position of a
 * text is the mean of the positions, weighted by their probabilities.
 *
 * @param meanAbsoluteError mean distance of the most probable label from the true one, in steps
 * @param meanAbsoluteErrorExpected mean distance of the expected position from the true one, in
 *     steps
 * @param quadraticWeightedKappa agreement of the most probable and the true labels, 1 for equal
 *     ones and 0 for chance, with squared distances as weights (Cohen, 1968); null if all labels
 *     are one
 * @param meanExpectedPosition mean expected position of the texts
 * @param meanTruePosition mean true position of the texts
 */
public record OrderedMeasures(
    double meanAbsoluteError,
    double meanAbsoluteErrorExpected,
    @Nullable Double quadraticWeightedKappa,
    double meanExpectedPosition,
    double meanTruePosition) {

  /**
   * Computes the metrics of predictions.
   *
   * @param predictions at least one, each with a probability per label, in the order of the labels
   */
  public static OrderedMeasures of(List<ClassPrediction> predictions) {
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException("No predictions to evaluate. Provide at least one.");
    }
    double byLabel = 0;
    double byExpected = 0;
    double expectedSum = 0;
    double trueSum = 0;
    for (ClassPrediction prediction : predictions) {
      double expected = expectedPosition(prediction.probabilities());
      double actual = prediction.label() + 1.0;
      byLabel += Math.abs(prediction.predicted() - prediction.label());
      byExpected += Math.abs(expected - actual);
      expectedSum += expected;
      trueSum += actual;
    }
    int texts = predictions.size();
    return new OrderedMeasures(
        byLabel / texts,
        byExpected / texts,
        kappa(predictions),
        expectedSum / texts,
        trueSum / texts);
  }

  /** Returns three lines for a text table. */
  String toText(List<LabelMeasures> labels) {
    return String.format(
        Locale.ROOT,
        """
        MAE                %.4f by the most probable label, %.4f by the expected position (label steps)
        quadratic kappa    %s
        mean position      %.4f expected, %.4f true (1 is %s, %d is %s)
        """,
        meanAbsoluteError,
        meanAbsoluteErrorExpected,
        quadraticWeightedKappa == null
            ? "undefined: all labels are one"
            : String.format(Locale.ROOT, "%.4f", quadraticWeightedKappa),
        meanExpectedPosition,
        meanTruePosition,
        labels.get(0).label(),
        labels.size(),
        labels.get(labels.size() - 1).label());
  }

  /** Returns the expected position, from 1 for the first label to the number of labels. */
  private static double expectedPosition(List<Double> probabilities) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < probabilities.size(); i++) {
      sum += (i + 1) * probabilities.get(i);
      total += probabilities.get(i);
    }
    return total == 0 ? 1 : sum / total;
  }

  /**
   * Returns 1 minus the ratio of the observed to the chance disagreement. The chance disagreement
   * is that of independent labels with the same frequencies.
   */
  private static @Nullable Double kappa(List<ClassPrediction> predictions) {
    int classes = predictions.get(0).probabilities().size();
    long[] actual = new long[classes];
    long[] predicted = new long[classes];
    double observed = 0;
    for (ClassPrediction prediction : predictions) {
      actual[prediction.label()]++;
      predicted[prediction.predicted()]++;
      observed += squaredDistance(prediction.label(), prediction.predicted());
    }
    double chance = 0;
    for (int i = 0; i < classes; i++) {
      for (int j = 0; j < classes; j++) {
        chance += squaredDistance(i, j) * actual[i] * predicted[j];
      }
    }
    chance /= predictions.size();
    return chance == 0 ? null : 1 - observed / chance;
  }

  private static double squaredDistance(int label, int other) {
    return (double) (label - other) * (label - other);
  }
}
