package io.sentimentstreams.train;

/** Sums binary cross-entropy and hits over examples. Not thread-safe. */
final class LossSum {

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
  float add(float logit, float target) {
    double probability = 1 / (1 + Math.exp(-logit));
    // -t log(sigmoid(x)) - (1 - t) log(1 - sigmoid(x)), in the form that cannot overflow.
    loss += Math.max(logit, 0) - logit * target + Math.log1p(Math.exp(-Math.abs(logit)));
    if (logit >= 0 == target >= 0.5f) {
      hits++;
    }
    examples++;
    return (float) (probability - target);
  }

  /** Takes another sum in. */
  void add(LossSum other) {
    loss += other.loss;
    hits += other.hits;
    examples += other.examples;
  }

  long examples() {
    return examples;
  }

  /** The mean loss in nats, with the share of hits. */
  Performance performance() {
    return new Performance(loss / examples, (double) hits / examples);
  }
}
