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
   * @return the derivative of this example's loss by the logit
   */
  float add(float logit, boolean positive) {
    double probability = 1 / (1 + Math.exp(-logit));
    // -log(sigmoid(s)) with s the logit of the true label, in the form that cannot overflow.
    double truth = positive ? logit : -logit;
    loss += Math.max(-truth, 0) + Math.log1p(Math.exp(-Math.abs(truth)));
    if (logit >= 0 == positive) {
      hits++;
    }
    examples++;
    return (float) (probability - (positive ? 1 : 0));
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
