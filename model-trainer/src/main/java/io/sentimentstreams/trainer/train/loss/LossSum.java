package io.sentimentstreams.trainer.train.loss;

/** Sum of losses and count of correct decisions. Not thread-safe. */
public final class LossSum {

  private final ClassLoss classLoss;
  private double loss;
  private long correct;
  private long examples;

  /** Creates a sum of binary or categorical cross-entropy. */
  public LossSum() {
    this(new CrossEntropy());
  }

  /**
   * Creates a sum.
   *
   * @param classLoss loss of an example of three or more classes; examples of two classes have
   *     binary cross-entropy
   */
  public LossSum(ClassLoss classLoss) {
    this.classLoss = classLoss;
  }

  /**
   * Adds one example of two classes.
   *
   * @param logit log-odds of the positive class
   * @param target target P(positive), 0 to 1
   * @return derivative of this example's loss by the logit
   */
  public float add(float logit, float target) {
    double probability = 1 / (1 + Math.exp(-logit));
    // -t log(sigmoid(x)) - (1 - t) log(1 - sigmoid(x)) without overflow
    loss += Math.max(logit, 0) - logit * target + Math.log1p(Math.exp(-Math.abs(logit)));
    if (logit >= 0 == target >= 0.5f) {
      correct++;
    }
    examples++;
    return (float) (probability - target);
  }

  /**
   * Adds one example of several classes.
   *
   * @param logits array with one logit per target
   * @param from offset of the first logit
   * @param targets target probability of each class, with sum 1
   * @param derivatives receives the derivatives of this example's loss by its logits at {@code
   *     from}
   */
  public void add(float[] logits, int from, float[] targets, float[] derivatives) {
    int predicted = 0;
    int expected = 0;
    for (int i = 1; i < targets.length; i++) {
      predicted = logits[from + i] > logits[from + predicted] ? i : predicted;
      expected = targets[i] > targets[expected] ? i : expected;
    }
    loss += classLoss.of(logits, from, targets, derivatives);
    correct += predicted == expected ? 1 : 0;
    examples++;
  }

  /** Adds another sum. */
  public void add(LossSum other) {
    loss += other.loss;
    correct += other.correct;
    examples += other.examples;
  }

  public long examples() {
    return examples;
  }

  /** Returns the mean loss in nats and the accuracy. */
  public LossAndAccuracy mean() {
    return new LossAndAccuracy(loss / examples, (double) correct / examples);
  }
}
