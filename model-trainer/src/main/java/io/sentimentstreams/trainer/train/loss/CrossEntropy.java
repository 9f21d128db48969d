package io.sentimentstreams.trainer.train.loss;

/** Cross-entropy of the softmax of the logits, relative to the targets. */
public record CrossEntropy() implements ClassLoss {

  @Override
  public double of(float[] logits, int from, float[] targets, float[] derivatives) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < targets.length; i++) {
      largest = Math.max(largest, logits[from + i]);
    }
    double sum = 0;
    for (int i = 0; i < targets.length; i++) {
      sum += Math.exp(logits[from + i] - largest);
    }
    // -sum of t_i log(softmax(x)_i) without overflow
    double normalizer = largest + Math.log(sum);
    double loss = 0;
    for (int i = 0; i < targets.length; i++) {
      double log = logits[from + i] - normalizer;
      loss -= targets[i] * log;
      derivatives[from + i] = (float) (Math.exp(log) - targets[i]);
    }
    return loss;
  }

  @Override
  public String toString() {
    return "cross-entropy";
  }
}
