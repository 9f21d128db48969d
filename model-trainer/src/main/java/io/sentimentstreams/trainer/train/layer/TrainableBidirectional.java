package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.trainer.train.batch.PackedSequences;

/** Two recurrences that read the same sequences from either end, their outputs made one. */
public final class TrainableBidirectional implements TrainableLayer {

  private final TrainableRecurrence ahead;
  private final TrainableRecurrence back;
  private final MergeMode merge;
  private final Activations output = new Activations();
  private final Activations aheadGradient = new Activations();
  private final Activations backGradient = new Activations();
  private final Activations inputGradient = new Activations();
  private Activations aheadOutput = new Activations();
  private Activations backOutput = new Activations();

  public TrainableBidirectional(
      TrainableRecurrence ahead, TrainableRecurrence back, MergeMode merge) {
    this.ahead = ahead;
    this.back = back;
    this.merge = merge;
  }

  @Override
  public Activations forward(PackedSequences packing, Activations input, float[] parameters) {
    aheadOutput = ahead.forward(packing, input, parameters);
    backOutput = back.forward(packing, input, parameters);
    float[] a = aheadOutput.values();
    float[] b = backOutput.values();
    int units = aheadOutput.width();
    int rows = aheadOutput.rows();
    if (merge == MergeMode.CONCAT) {
      float[] y = output.resize(rows, 2 * units).values();
      for (int row = 0; row < rows; row++) {
        System.arraycopy(a, row * units, y, 2 * row * units, units);
        System.arraycopy(b, row * units, y, (2 * row + 1) * units, units);
      }
      return output;
    }
    float[] y = output.resize(rows, units).values();
    for (int i = 0; i < rows * units; i++) {
      y[i] =
          switch (merge) {
            case SUM -> a[i] + b[i];
            case AVE -> (a[i] + b[i]) / 2;
            case MUL -> a[i] * b[i];
            case CONCAT -> throw new AssertionError("returned above");
          };
    }
    return output;
  }

  @Override
  public Activations backward(
      PackedSequences packing, Activations outputGradient, float[] parameters, float[] gradients) {
    split(outputGradient);
    Activations fromAhead = ahead.backward(packing, aheadGradient, parameters, gradients);
    Activations fromBack = back.backward(packing, backGradient, parameters, gradients);
    float[] a = fromAhead.values();
    float[] b = fromBack.values();
    float[] dx = inputGradient.resize(fromAhead.rows(), fromAhead.width()).values();
    for (int i = 0; i < inputGradient.size(); i++) {
      dx[i] = a[i] + b[i];
    }
    return inputGradient;
  }

  /** Gives each direction its part of the gradient. */
  private void split(Activations gradient) {
    int units = aheadOutput.width();
    int rows = aheadOutput.rows();
    float[] dy = gradient.values();
    float[] da = aheadGradient.resize(rows, units).values();
    float[] db = backGradient.resize(rows, units).values();
    if (merge == MergeMode.CONCAT) {
      for (int row = 0; row < rows; row++) {
        System.arraycopy(dy, 2 * row * units, da, row * units, units);
        System.arraycopy(dy, (2 * row + 1) * units, db, row * units, units);
      }
      return;
    }
    float[] a = aheadOutput.values();
    float[] b = backOutput.values();
    for (int i = 0; i < rows * units; i++) {
      da[i] = dy[i] * share(b[i]);
      db[i] = dy[i] * share(a[i]);
    }
  }

  /** What one direction's output is multiplied by, the other's being given. */
  private float share(float other) {
    return switch (merge) {
      case CONCAT, SUM -> 1;
      case AVE -> 0.5f;
      case MUL -> other;
    };
  }
}
