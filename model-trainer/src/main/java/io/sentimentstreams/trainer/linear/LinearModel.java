package io.sentimentstreams.trainer.linear;

/**
 * A trained linear model. Immutable and safe for use by several threads.
 *
 * @see LinearTrainer
 */
public final class LinearModel {

  private final NgramIndex index;
  private final double[] weights;
  private final double bias;

  /**
   * A model.
   *
   * @param weights one for each number of the index
   * @param bias what is added for every text
   */
  LinearModel(NgramIndex index, double[] weights, double bias) {
    if (weights.length != index.size()) {
      throw new IllegalArgumentException(
          "there must be %d weights, were %d".formatted(index.size(), weights.length));
    }
    this.index = index;
    this.weights = weights.clone();
    this.bias = bias;
  }

  /** How many words and n-grams have a weight. */
  public int features() {
    return weights.length;
  }

  /** Judges a text: P(positive), 0 to 1. */
  public double score(String text) {
    double sum = bias;
    for (int feature : index.features(text)) {
      sum += weights[feature];
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
