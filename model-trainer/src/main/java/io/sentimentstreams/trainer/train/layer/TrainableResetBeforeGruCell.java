package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;
import io.sentimentstreams.trainer.train.batch.Timestep;
import io.sentimentstreams.trainer.train.math.GateFunctions;
import java.util.Arrays;

/**
 * GRU cell that applies the reset gate before the matrix product. The order of the gates is update,
 * reset, candidate:
 *
 * <pre>
 *   n  = tanh(x·Wn + (r * h)·Un + bn)
 *   h' = z * h + (1 - z) * n
 * </pre>
 */
public final class TrainableResetBeforeGruCell implements TrainableCell {

  private final RecurrentKernel kernel;
  private final int units;
  private final int width;
  private final Activations resetHidden = new Activations();
  private final Activations resetHiddenGradient = new Activations();

  public TrainableResetBeforeGruCell(RecurrentKernel kernel) {
    this.kernel = kernel;
    units = kernel.units();
    width = kernel.width();
  }

  @Override
  public void begin(PackedSequences packing, RecurrentCache cache, float[] parameters) {
    kernel.begin(packing, parameters);
    resetHidden.resize(cache.rows(), units);
    resetHiddenGradient.resize(cache.rows(), units);
  }

  @Override
  public void forward(RecurrentCache cache, Timestep step) {
    float[] gates = cache.sums();
    float[] before = cache.before();
    float[] resetStates = resetHidden.values();
    kernel.addProduct(step.row(), step.rows(), before, gates, 0, 2 * units);
    for (int row = step.row(); row < step.row() + step.rows(); row++) {
      int gate = row * width;
      GateFunctions.sigmoid(gates, gate, 2 * units);
      for (int j = 0; j < units; j++) {
        resetStates[row * units + j] = gates[gate + units + j] * before[row * units + j];
      }
    }
    kernel.addProduct(step.row(), step.rows(), resetStates, gates, 2 * units, units);
    for (int row = step.row(); row < step.row() + step.rows(); row++) {
      int gate = row * width;
      GateFunctions.tanh(gates, gate + 2 * units, units);
      GruState.interpolate(gates, gate, before, cache.hidden(), row * units, units);
    }
  }

  @Override
  public void backward(RecurrentCache cache, Timestep step) {
    float[] dResetStates = resetHiddenGradient.values();
    for (int row = step.row(); row < step.row() + step.rows(); row++) {
      backwardToCandidate(cache, row);
    }
    int from = step.row() * units;
    Arrays.fill(dResetStates, from, from + step.rows() * units, 0);
    kernel.addTransposedProduct(
        step.row(), step.rows(), cache.sums(), dResetStates, step.row(), 2 * units, units);
    for (int row = step.row(); row < step.row() + step.rows(); row++) {
      backwardToReset(cache, row);
    }
    if (step.carried() > 0) {
      kernel.addTransposedProduct(
          step.row(),
          step.carried(),
          cache.sums(),
          cache.hiddenGradient(),
          step.previous(),
          0,
          2 * units);
      GruState.addToPrevious(cache, step, units);
    }
  }

  /**
   * Replaces the update and candidate gates by their gradients, and the hidden gradient by the
   * direct gradient of the previous state.
   */
  private void backwardToCandidate(RecurrentCache cache, int row) {
    float[] gates = cache.sums();
    float[] dh = cache.hiddenGradient();
    int gate = row * width;
    int from = row * units;
    for (int j = 0; j < units; j++) {
      float update = gates[gate + j];
      float candidate = gates[gate + 2 * units + j];
      float gradient = dh[from + j];
      gates[gate + j] = gradient * (cache.before()[from + j] - candidate) * update * (1 - update);
      gates[gate + 2 * units + j] = gradient * (1 - update) * (1 - candidate * candidate);
      dh[from + j] = gradient * update;
    }
  }

  /** Replaces the reset gate by its gradient, and adds the gradient through the reset state. */
  private void backwardToReset(RecurrentCache cache, int row) {
    float[] gates = cache.sums();
    float[] dResetStates = resetHiddenGradient.values();
    int reset = row * width + units;
    int from = row * units;
    for (int j = 0; j < units; j++) {
      float value = gates[reset + j];
      float gradient = dResetStates[from + j];
      cache.hiddenGradient()[from + j] += gradient * value;
      gates[reset + j] = gradient * cache.before()[from + j] * value * (1 - value);
    }
  }

  @Override
  public void finish(PackedSequences packing, RecurrentCache cache, float[] gradients) {
    float[] dSums = cache.sums();
    kernel.addGradient(packing, cache.before(), dSums, gradients, 0, 2 * units);
    kernel.addGradient(packing, resetHidden.values(), dSums, gradients, 2 * units, units);
  }
}
