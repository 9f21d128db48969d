package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;

/** Layer that concatenates the features of all timesteps, and its gradient. */
public final class TrainableFlatten implements TrainableLayer {

  private final int steps;
  private final Activations output = new Activations();
  private final Activations inputGradient = new Activations();

  /**
   * Creates a flatten layer.
   *
   * @param steps fixed sequence length
   */
  public TrainableFlatten(int steps) {
    this.steps = steps;
  }

  @Override
  public Activations forward(PackedSequences packing, Activations input, float[] parameters) {
    requireLength(packing);
    int width = input.width();
    int sequences = packing.sequences();
    float[] x = input.values();
    float[] y = output.resize(sequences, steps * width).values();
    for (int t = 0; t < steps; t++) {
      for (int r = 0; r < sequences; r++) {
        System.arraycopy(
            x, (packing.offset(t) + r) * width, y, r * steps * width + t * width, width);
      }
    }
    return output;
  }

  private void requireLength(PackedSequences packing) {
    int shortest = packing.length(packing.sequences() - 1);
    if (packing.steps() != steps || shortest != steps) {
      throw new IllegalArgumentException(
          "Invalid sequence lengths for Flatten: %d to %d. Pad all examples to %d."
              .formatted(shortest, packing.steps(), steps));
    }
  }

  @Override
  public Activations backward(
      PackedSequences packing, Activations outputGradient, float[] parameters, float[] gradients) {
    int width = outputGradient.width() / steps;
    int sequences = packing.sequences();
    float[] dy = outputGradient.values();
    float[] dx = inputGradient.resize(packing.rows(), width).values();
    for (int t = 0; t < steps; t++) {
      for (int r = 0; r < sequences; r++) {
        System.arraycopy(
            dy, r * steps * width + t * width, dx, (packing.offset(t) + r) * width, width);
      }
    }
    return inputGradient;
  }
}
