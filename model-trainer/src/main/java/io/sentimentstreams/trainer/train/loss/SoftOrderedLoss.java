package io.sentimentstreams.trainer.train.loss;

/**
 * Loss of classes on a scale with soft targets: the target of class {@code j} is proportional to
 * {@code exp(-|i - j| / width)} for the true class {@code i}, so that a near class costs less than
 * a far one (Diaz and Marathe, 2019, Soft Labels for Ordinal Regression). The loss is the
 * Kullback-Leibler divergence of the softmax from these targets: cross-entropy without the entropy
 * of the targets, which no network can change, so that 0 is the best loss.
 *
 * @param width distance of classes, in steps of the scale, at which the target falls to 1/e; above
 *     0
 */
public record SoftOrderedLoss(double width) implements ClassLoss {

  private static final CrossEntropy CROSS_ENTROPY = new CrossEntropy();

  public SoftOrderedLoss {
    if (!(width > 0 && Double.isFinite(width))) {
      throw new IllegalArgumentException(
          "Invalid width of soft targets: %s. Use a number above 0.".formatted(width));
    }
  }

  @Override
  public double of(float[] logits, int from, float[] targets, float[] derivatives) {
    float[] soft = soft(targets);
    double entropy = 0;
    for (float target : soft) {
      entropy -= target > 0 ? target * Math.log(target) : 0;
    }
    return CROSS_ENTROPY.of(logits, from, soft, derivatives) - entropy;
  }

  /**
   * Returns the soft targets of an example.
   *
   * @param targets probability of each class to be the true one, with sum 1
   */
  float[] soft(float[] targets) {
    int classes = targets.length;
    float[] soft = new float[classes];
    for (int i = 0; i < classes; i++) {
      if (targets[i] > 0) {
        double sum = 0;
        for (int j = 0; j < classes; j++) {
          sum += weight(i, j);
        }
        for (int j = 0; j < classes; j++) {
          soft[j] += (float) (targets[i] * weight(i, j) / sum);
        }
      }
    }
    return soft;
  }

  private double weight(int label, int other) {
    return Math.exp(-Math.abs(label - other) / width);
  }

  @Override
  public String toString() {
    return "soft targets of width " + width;
  }
}
