package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;
import io.sentimentstreams.trainer.train.batch.Timestep;
import io.sentimentstreams.trainer.train.math.GateFunctions;

/** Simple recurrent cell: {@code h' = tanh(x·W + h·U + b)}. */
public final class TrainableSimpleRnnCell implements TrainableCell {

  private final RecurrentKernel kernel;

  public TrainableSimpleRnnCell(RecurrentKernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public void begin(PackedSequences packing, RecurrentCache cache, float[] parameters) {
    kernel.begin(packing, parameters);
  }

  @Override
  public void forward(RecurrentCache cache, Timestep step) {
    int units = kernel.units();
    int from = step.row() * units;
    int length = step.rows() * units;
    kernel.addProduct(step.row(), step.rows(), cache.before(), cache.sums(), 0, units);
    GateFunctions.tanh(cache.sums(), from, length);
    System.arraycopy(cache.sums(), from, cache.hidden(), from, length);
  }

  @Override
  public void backward(RecurrentCache cache, Timestep step) {
    int units = kernel.units();
    float[] sums = cache.sums();
    float[] dh = cache.hiddenGradient();
    for (int i = step.row() * units; i < (step.row() + step.rows()) * units; i++) {
      float h = sums[i];
      sums[i] = dh[i] * (1 - h * h);
    }
    if (step.carried() > 0) {
      kernel.addTransposedProduct(step.row(), step.carried(), sums, dh, step.previous(), 0, units);
    }
  }

  @Override
  public void finish(PackedSequences packing, RecurrentCache cache, float[] gradients) {
    kernel.addGradient(packing, cache.before(), cache.sums(), gradients, 0, kernel.width());
  }
}
