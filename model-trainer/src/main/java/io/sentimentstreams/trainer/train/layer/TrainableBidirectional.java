package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.model.network.Bidirectional.MergeMode;
import io.sentimentstreams.trainer.train.batch.PackedSequences;

/** Bidirectional recurrent layer with merged outputs, and its gradient. */
public final class TrainableBidirectional implements TrainableLayer {

  private final TrainableRecurrence forwardLayer;
  private final TrainableRecurrence backwardLayer;
  private final MergeMode merge;
  private final Activations output = new Activations();
  private final Activations forwardGradient = new Activations();
  private final Activations backwardGradient = new Activations();
  private final Activations inputGradient = new Activations();
  private Activations forwardOutput = new Activations();
  private Activations backwardOutput = new Activations();

  public TrainableBidirectional(
      TrainableRecurrence forwardLayer, TrainableRecurrence backwardLayer, MergeMode merge) {
    this.forwardLayer = forwardLayer;
    this.backwardLayer = backwardLayer;
    this.merge = merge;
  }

  @Override
  public Activations forward(PackedSequences packing, Activations input, float[] parameters) {
    forwardOutput = forwardLayer.forward(packing, input, parameters);
    backwardOutput = backwardLayer.forward(packing, input, parameters);
    float[] a = forwardOutput.values();
    float[] b = backwardOutput.values();
    int units = forwardOutput.width();
    int rows = forwardOutput.rows();
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
    Activations forwardInputGradient =
        forwardLayer.backward(packing, forwardGradient, parameters, gradients);
    Activations backwardInputGradient =
        backwardLayer.backward(packing, backwardGradient, parameters, gradients);
    float[] a = forwardInputGradient.values();
    float[] b = backwardInputGradient.values();
    float[] dx =
        inputGradient.resize(forwardInputGradient.rows(), forwardInputGradient.width()).values();
    for (int i = 0; i < inputGradient.size(); i++) {
      dx[i] = a[i] + b[i];
    }
    return inputGradient;
  }

  /** Computes the gradient by the output of each direction. */
  private void split(Activations gradient) {
    int units = forwardOutput.width();
    int rows = forwardOutput.rows();
    float[] dy = gradient.values();
    float[] da = forwardGradient.resize(rows, units).values();
    float[] db = backwardGradient.resize(rows, units).values();
    if (merge == MergeMode.CONCAT) {
      for (int row = 0; row < rows; row++) {
        System.arraycopy(dy, 2 * row * units, da, row * units, units);
        System.arraycopy(dy, (2 * row + 1) * units, db, row * units, units);
      }
      return;
    }
    float[] a = forwardOutput.values();
    float[] b = backwardOutput.values();
    for (int i = 0; i < rows * units; i++) {
      da[i] = dy[i] * derivative(b[i]);
      db[i] = dy[i] * derivative(a[i]);
    }
  }

  /** Returns the derivative of the merged output by one direction's output. */
  private float derivative(float other) {
    return switch (merge) {
      case CONCAT, SUM -> 1;
      case AVE -> 0.5f;
      case MUL -> other;
    };
  }
}
