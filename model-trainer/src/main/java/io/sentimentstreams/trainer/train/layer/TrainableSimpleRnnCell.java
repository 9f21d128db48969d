package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;
import io.sentimentstreams.trainer.train.batch.Timestep;
import io.sentimentstreams.trainer.train.math.GateFunctions;

/** {@code h' = tanh(x·W + h·U + b)}. */
public final class TrainableSimpleRnnCell implements TrainableCell {

  private final RecurrentKernel kernel;

  public TrainableSimpleRnnCell(RecurrentKernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public void begin(PackedSequences packing, RecurrentCache memory, float[] parameters) {
    kernel.begin(packing, parameters);
  }

  @Override
  public void forward(RecurrentCache memory, Timestep step) {
    int units = kernel.units();
    int from = step.row() * units;
    int length = step.rows() * units;
    kernel.addProduct(step.row(), step.rows(), memory.before(), memory.sums(), 0, units);
    GateFunctions.tanh(memory.sums(), from, length);
    System.arraycopy(memory.sums(), from, memory.hidden(), from, length);
  }

  @Override
  public void backward(RecurrentCache memory, Timestep step) {
    int units = kernel.units();
    float[] sums = memory.sums();
    float[] dh = memory.hiddenGradient();
    for (int i = step.row() * units; i < (step.row() + step.rows()) * units; i++) {
      float h = sums[i];
      sums[i] = dh[i] * (1 - h * h);
    }
    if (step.carried() > 0) {
      kernel.addTransposedProduct(step.row(), step.carried(), sums, dh, step.previous(), 0, units);
    }
  }

  @Override
  public void finish(PackedSequences packing, RecurrentCache memory, float[] gradients) {
    kernel.addGradient(packing, memory.before(), memory.sums(), gradients, 0, kernel.width());
  }
}
