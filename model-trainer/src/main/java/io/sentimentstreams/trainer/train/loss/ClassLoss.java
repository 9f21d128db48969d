package io.sentimentstreams.trainer.train.loss;

/** Loss of an example of three or more classes, a function of its logits. Thread-safe. */
public sealed interface ClassLoss permits CrossEntropy, SoftOrderedLoss {

  /**
   * Computes the loss of one example and its derivatives.
   *
   * @param logits array with one logit per target
   * @param from offset of the first logit
   * @param targets target probability of each class, with sum 1; not modified
   * @param derivatives receives the derivatives of the loss by the logits at {@code from}
   * @return the loss in nats
   */
  double of(float[] logits, int from, float[] targets, float[] derivatives);
}
