package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;
import java.util.Arrays;

/** Global maximum or average pooling over time, and its gradient. */
public final class TrainablePooling implements TrainableLayer {

  /** Pooling function. */
  public enum Kind {
    MAX,
    AVERAGE
  }

  private final Kind kind;
  private final Activations output = new Activations();
  private final Activations inputGradient = new Activations();
  private int[] maxSteps = new int[0];

  public TrainablePooling(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Activations forward(PackedSequences packing, Activations input, float[] parameters) {
    int width = input.width();
    int elements = packing.sequences() * width;
    float[] pooled = output.resize(packing.sequences(), width).values();
    float[] x = input.values();
    if (maxSteps.length < elements) {
      maxSteps = new int[elements];
    }
    Arrays.fill(maxSteps, 0);
    System.arraycopy(x, 0, pooled, 0, elements);
    for (int t = 1; t < packing.steps(); t++) {
      int first = packing.offset(t) * width;
      int count = packing.active(t) * width;
      for (int i = 0; i < count; i++) {
        float value = x[first + i];
        if (kind == Kind.AVERAGE) {
          pooled[i] += value;
        } else if (value > pooled[i]) {
          pooled[i] = value;
          maxSteps[i] = t;
        }
      }
    }
    if (kind == Kind.AVERAGE) {
      for (int i = 0; i < elements; i++) {
        pooled[i] /= packing.length(i / width);
      }
    }
    return output;
  }

  @Override
  public Activations backward(
      PackedSequences packing, Activations outputGradient, float[] parameters, float[] gradients) {
    int width = outputGradient.width();
    float[] dx = inputGradient.resize(packing.rows(), width).values();
    float[] dy = outputGradient.values();
    if (kind == Kind.MAX) {
      Arrays.fill(dx, 0, inputGradient.size(), 0);
      for (int i = 0; i < outputGradient.size(); i++) {
        dx[packing.offset(maxSteps[i]) * width + i] = dy[i];
      }
      return inputGradient;
    }
    for (int t = 0; t < packing.steps(); t++) {
      int first = packing.offset(t) * width;
      for (int i = 0; i < packing.active(t) * width; i++) {
        dx[first + i] = dy[i] / packing.length(i / width);
      }
    }
    return inputGradient;
  }
}
