package io.sentimentstreams.trainer.linear;

import java.util.List;

/**
 * A trained linear classifier for two or more labels. More than two labels have one model each,
 * which separates the label from the rest; their probabilities are scaled to the sum 1. Immutable.
 *
 * @see LinearTrainer
 */
public final class LinearClassifier {

  private final NgramIndex index;
  private final List<LinearModel> models;

  /**
   * Creates a classifier.
   *
   * @param models the model of the second of two labels, or one model per label; all with the index
   */
  LinearClassifier(NgramIndex index, List<LinearModel> models) {
    this.index = index;
    this.models = List.copyOf(models);
  }

  /** Returns the number of words and n-grams. */
  public int features() {
    return index.size();
  }

  /** Returns the number of labels. */
  public int labels() {
    return Math.max(2, models.size());
  }

  /** Returns the probability of each label, with the sum 1. */
  public double[] probabilities(String text) {
    int[] features = index.features(text);
    if (models.size() == 1) {
      double positive = models.get(0).score(features);
      return new double[] {1 - positive, positive};
    }
    double[] probabilities = new double[models.size()];
    double sum = 0;
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = models.get(i).score(features);
      sum += probabilities[i];
    }
    for (int i = 0; i < probabilities.length; i++) {
      // All scores are 0 only if all of them underflow.
      probabilities[i] = sum == 0 ? 1.0 / probabilities.length : probabilities[i] / sum;
    }
    return probabilities;
  }
}
