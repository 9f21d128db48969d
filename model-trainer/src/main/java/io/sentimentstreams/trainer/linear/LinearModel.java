package io.sentimentstreams.trainer.linear;

/**
 * A trained linear model. Immutable.
 *
 * @see LinearTrainer
 */
public final class LinearModel {

  private final NgramIndex index;
  private final double[] weights;
  private final double bias;

  /**
   * Creates a model.
   *
   * @param weights one per feature of the index
   * @param bias intercept
   */
  LinearModel(NgramIndex index, double[] weights, double bias) {
    if (weights.length != index.size()) {
      throw new IllegalArgumentException(
          "Invalid number of weights: %d. Use %d.".formatted(weights.length, index.size()));
    }
    this.index = index;
    this.weights = weights.clone();
    this.bias = bias;
  }

  /** Returns the number of words and n-grams with a weight. */
  public int features() {
    return weights.length;
  }

  /** Returns P(positive) of a text, 0 to 1. */
  public double score(String text) {
    return score(index.features(text));
  }

  /** Returns P(positive) of the distinct features of a text, 0 to 1. */
  double score(int[] features) {
    double sum = bias;
    for (int feature : features) {
      sum += weights[feature];
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
