package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;
import io.sentimentstreams.trainer.train.batch.Timestep;
import io.sentimentstreams.trainer.train.math.GateFunctions;
import java.util.Arrays;

/**
 * Reset before the product, with gates side by side in the order update, reset, candidate:
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
  public void begin(PackedSequences packing, RecurrentCache memory, float[] parameters) {
    kernel.begin(packing, parameters);
    resetHidden.resize(memory.rows(), units);
    resetHiddenGradient.resize(memory.rows(), units);
  }

  @Override
  public void forward(RecurrentCache memory, Timestep step) {
    float[] gates = memory.sums();
    float[] before = memory.before();
    float[] left = resetHidden.values();
    kernel.addProduct(step.row(), step.rows(), before, gates, 0, 2 * units);
    for (int row = step.row(); row < step.row() + step.rows(); row++) {
      int gate = row * width;
      GateFunctions.sigmoid(gates, gate, 2 * units);
      for (int j = 0; j < units; j++) {
        left[row * units + j] = gates[gate + units + j] * before[row * units + j];
      }
    }
    kernel.addProduct(step.row(), step.rows(), left, gates, 2 * units, units);
    for (int row = step.row(); row < step.row() + step.rows(); row++) {
      int gate = row * width;
      GateFunctions.tanh(gates, gate + 2 * units, units);
      GruState.interpolate(gates, gate, before, memory.hidden(), row * units, units);
    }
  }

  @Override
  public void backward(RecurrentCache memory, Timestep step) {
    float[] dLeft = resetHiddenGradient.values();
    for (int row = step.row(); row < step.row() + step.rows(); row++) {
      backwardToCandidate(memory, row);
    }
    int from = step.row() * units;
    Arrays.fill(dLeft, from, from + step.rows() * units, 0);
    kernel.addTransposedProduct(
        step.row(), step.rows(), memory.sums(), dLeft, step.row(), 2 * units, units);
    for (int row = step.row(); row < step.row() + step.rows(); row++) {
      backwardToReset(memory, row);
    }
    if (step.carried() > 0) {
      kernel.addTransposedProduct(
          step.row(),
          step.carried(),
          memory.sums(),
          memory.hiddenGradient(),
          step.previous(),
          0,
          2 * units);
      GruState.addToPrevious(memory, step, units);
    }
  }

  /**
   * Turns update and candidate into their gradients; the state's gradient keeps the update's share.
   */
  private void backwardToCandidate(RecurrentCache memory, int row) {
    float[] gates = memory.sums();
    float[] dh = memory.hiddenGradient();
    int gate = row * width;
    int from = row * units;
    for (int j = 0; j < units; j++) {
      float update = gates[gate + j];
      float candidate = gates[gate + 2 * units + j];
      float gradient = dh[from + j];
      gates[gate + j] = gradient * (memory.before()[from + j] - candidate) * update * (1 - update);
      gates[gate + 2 * units + j] = gradient * (1 - update) * (1 - candidate * candidate);
      dh[from + j] = gradient * update;
    }
  }

  /** Turns reset into its gradient, and adds to the state's what came through the reset state. */
  private void backwardToReset(RecurrentCache memory, int row) {
    float[] gates = memory.sums();
    float[] dLeft = resetHiddenGradient.values();
    int reset = row * width + units;
    int from = row * units;
    for (int j = 0; j < units; j++) {
      float value = gates[reset + j];
      float gradient = dLeft[from + j];
      memory.hiddenGradient()[from + j] += gradient * value;
      gates[reset + j] = gradient * memory.before()[from + j] * value * (1 - value);
    }
  }

  @Override
  public void finish(PackedSequences packing, RecurrentCache memory, float[] gradients) {
    float[] dSums = memory.sums();
    kernel.addGradient(packing, memory.before(), dSums, gradients, 0, 2 * units);
    kernel.addGradient(packing, resetHidden.values(), dSums, gradients, 2 * units, units);
  }
}
