package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;

/**
 * Inverted dropout (Srivastava et al., 2014): in training, features are zeroed with a given
 * probability and the others are scaled up. In a sequence, the same features are dropped at every
 * timestep (spatial dropout, Tompson et al., 2015). Outside of training, the output is the input.
 */
public final class Dropout implements TrainableLayer {

  private final float rate;
  private final DropoutMasks masks;
  private final Activations output = new Activations();
  private final Activations inputGradient = new Activations();
  private float[] mask = new float[0];
  private boolean active;

  /**
   * Creates a dropout layer.
   *
   * @param rate dropout probability of a feature, 0 to below 1
   * @param masks source of masks
   */
  public Dropout(double rate, DropoutMasks masks) {
    this.rate = (float) rate;
    this.masks = masks;
  }

  @Override
  public Activations forward(PackedSequences packing, Activations input, float[] parameters) {
    active = masks.drops(rate);
    if (!active) {
      return input;
    }
    mask = masks.sample(mask, packing.sequences() * input.width(), rate);
    apply(packing, input, output);
    return output;
  }

  private void apply(PackedSequences packing, Activations from, Activations to) {
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
  public Activations backward(
      PackedSequences packing, Activations outputGradient, float[] parameters, float[] gradients) {
    if (!active) {
      return outputGradient;
    }
    apply(packing, outputGradient, inputGradient);
    return inputGradient;
  }
}
