package io.sentimentstreams.trainer.train.loss;

/** Sums cross-entropy, binary or over classes, and hits over examples. Not thread-safe. */
public final class LossSum {

  private double loss;
  private long hits;
  private long examples;

  /**
   * Takes one example in.
   *
   * @param logit the log-odds of positive
   * @param target P(positive) that is to be learned, 0 to 1
   * @return the derivative of this example's loss by the logit
   */
  public float add(float logit, float target) {
    double probability = 1 / (1 + Math.exp(-logit));
    // -t log(sigmoid(x)) - (1 - t) log(1 - sigmoid(x)), in the form that cannot overflow.
    loss += Math.max(logit, 0) - logit * target + Math.log1p(Math.exp(-Math.abs(logit)));
    if (logit >= 0 == target >= 0.5f) {
      hits++;
    }
    examples++;
    return (float) (probability - target);
  }

  /**
   * Takes one example of several classes in.
   *
   * @param logits where the classes' logits stand, one for each target
   * @param from the first one
   * @param targets the probability of each class that is to be learned; their sum is 1
   * @param derivatives where the derivatives of this example's loss by its logits are written, from
   *     {@code from} on
   */
  public void add(float[] logits, int from, float[] targets, float[] derivatives) {
    int said = 0;
    int meant = 0;
    for (int i = 1; i < targets.length; i++) {
      said = logits[from + i] > logits[from + said] ? i : said;
      meant = targets[i] > targets[meant] ? i : meant;
    }
    double largest = logits[from + said];
    double sum = 0;
    for (int i = 0; i < targets.length; i++) {
      sum += Math.exp(logits[from + i] - largest);
    }
    // -sum of t_i log(softmax(x)_i), in the form that cannot overflow.
    double normalizer = largest + Math.log(sum);
    for (int i = 0; i < targets.length; i++) {
      double log = logits[from + i] - normalizer;
      loss -= targets[i] * log;
      derivatives[from + i] = (float) (Math.exp(log) - targets[i]);
    }
    hits += said == meant ? 1 : 0;
    examples++;
  }

  /** Takes another sum in. */
  public void add(LossSum other) {
    loss += other.loss;
    hits += other.hits;
    examples += other.examples;
  }

  public long examples() {
    return examples;
  }

  /** The mean loss in nats, with the share of hits. */
  public LossAndAccuracy mean() {
    return new LossAndAccuracy(loss / examples, (double) hits / examples);
  }
}
