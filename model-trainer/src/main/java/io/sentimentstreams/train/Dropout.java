package io.sentimentstreams.train;

import java.util.SplittableRandom;

/**
 * Inverted dropout (Srivastava et al., 2014): in training a feature is zeroed with a given
 * probability and what stays is scaled up. On a sequence the same features are dropped at every
 * timestep (spatial dropout, Tompson et al., 2015). Outside of training it hands its input on.
 */
final class Dropout implements TrainableLayer {

  private final float rate;
  private final SplittableRandom random;
  private final Flow output = new Flow();
  private final Flow inputGradient = new Flow();
  private float[] mask = new float[0];
  private boolean active;

  /**
   * A dropout layer, at first outside of training.
   *
   * @param rate the probability that a feature is dropped, 0 to below 1
   */
  Dropout(double rate, SplittableRandom random) {
    this.rate = (float) rate;
    this.random = random;
  }

  /** Drops features from now on, or no more. */
  void activate(boolean training) {
    active = training && rate > 0;
  }

  @Override
  public Flow forward(Packing packing, Flow input, float[] parameters) {
    if (!active) {
      return input;
    }
    drawMask(packing.sequences() * input.width());
    apply(packing, input, output);
    return output;
  }

  private void drawMask(int elements) {
    if (mask.length < elements) {
      mask = new float[elements];
    }
    float scale = 1 / (1 - rate);
    for (int i = 0; i < elements; i++) {
      mask[i] = random.nextDouble() < rate ? 0 : scale;
    }
  }

  private void apply(Packing packing, Flow from, Flow to) {
    int width = from.width();
    float[] x = from.values();
    float[] y = to.resize(from.rows(), width).values();
    if (from.rows() == packing.sequences()) {
      scale(x, y, 0, from.size());
      return;
    }
    for (int t = 0; t < packing.steps(); t++) {
      scale(x, y, packing.offset(t) * width, packing.active(t) * width);
    }
  }

  private void scale(float[] x, float[] y, int from, int length) {
    for (int i = 0; i < length; i++) {
      y[from + i] = x[from + i] * mask[i];
    }
  }

  @Override
  public Flow backward(
      Packing packing, Flow outputGradient, float[] parameters, float[] gradients) {
    if (!active) {
      return outputGradient;
    }
    apply(packing, outputGradient, inputGradient);
    return inputGradient;
  }
}
