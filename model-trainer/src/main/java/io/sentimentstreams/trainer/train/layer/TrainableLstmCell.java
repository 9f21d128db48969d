package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;
import io.sentimentstreams.trainer.train.batch.Timestep;
import io.sentimentstreams.trainer.train.math.GateFunctions;
import java.util.Arrays;

/**
 * With gates side by side in the order input, forget, candidate, output:
 *
 * <pre>
 *   c' = sigmoid(f) * c + sigmoid(i) * tanh(g)
 *   h' = sigmoid(o) * tanh(c')
 * </pre>
 */
public final class TrainableLstmCell implements TrainableCell {

  private final RecurrentKernel kernel;
  private final int units;
  private final Activations cells = new Activations();
  private final Activations cellsBefore = new Activations();
  private final Activations squashedCells = new Activations();
  private final Activations cellGradient = new Activations();

  public TrainableLstmCell(RecurrentKernel kernel) {
    this.kernel = kernel;
    units = kernel.units();
  }

  @Override
  public void begin(PackedSequences packing, RecurrentCache memory, float[] parameters) {
    kernel.begin(packing, parameters);
    cells.resize(memory.rows(), units);
    cellsBefore.resize(memory.rows(), units);
    squashedCells.resize(memory.rows(), units);
    cellGradient.resize(memory.rows(), units);
    Arrays.fill(cellGradient.values(), 0, cellGradient.size(), 0);
  }

  @Override
  public void forward(RecurrentCache memory, Timestep step) {
    float[] gates = memory.sums();
    kernel.addProduct(step.row(), step.rows(), memory.before(), gates, 0, 4 * units);
    loadPreviousCells(step);
    for (int row = step.row(); row < step.row() + step.rows(); row++) {
      int gate = row * 4 * units;
      GateFunctions.sigmoid(gates, gate, 2 * units);
      GateFunctions.tanh(gates, gate + 2 * units, units);
      GateFunctions.sigmoid(gates, gate + 3 * units, units);
      updateCells(gates, gate, cellsBefore.values(), cells.values(), row * units);
    }
    int from = step.row() * units;
    int length = step.rows() * units;
    float[] squashed = squashedCells.values();
    System.arraycopy(cells.values(), from, squashed, from, length);
    GateFunctions.tanh(squashed, from, length);
    for (int row = step.row(); row < step.row() + step.rows(); row++) {
      computeHidden(gates, (row * 4 + 3) * units, squashed, memory.hidden(), row * units);
    }
  }

  private void loadPreviousCells(Timestep step) {
    int from = step.row() * units;
    int carried = step.carried() * units;
    float[] before = cellsBefore.values();
    System.arraycopy(cells.values(), step.previous() * units, before, from, carried);
    Arrays.fill(before, from + carried, from + step.rows() * units, 0);
  }

  private void updateCells(float[] gates, int gate, float[] before, float[] after, int from) {
    for (int j = 0; j < units; j++) {
      after[from + j] =
          gates[gate + units + j] * before[from + j]
              + gates[gate + j] * gates[gate + 2 * units + j];
    }
  }

  private void computeHidden(
      float[] gates, int output, float[] squashed, float[] hidden, int from) {
    for (int j = 0; j < units; j++) {
      hidden[from + j] = gates[output + j] * squashed[from + j];
    }
  }

  @Override
  public void backward(RecurrentCache memory, Timestep step) {
    for (int row = step.row(); row < step.row() + step.rows(); row++) {
      backward(memory, row, row - step.row() + step.previous(), row - step.row() < step.carried());
    }
    if (step.carried() > 0) {
      kernel.addTransposedProduct(
          step.row(),
          step.carried(),
          memory.sums(),
          memory.hiddenGradient(),
          step.previous(),
          0,
          4 * units);
    }
  }

  private void backward(RecurrentCache memory, int row, int previous, boolean carried) {
    float[] gates = memory.sums();
    float[] dh = memory.hiddenGradient();
    float[] dc = cellGradient.values();
    float[] squashed = squashedCells.values();
    float[] before = cellsBefore.values();
    int gate = row * 4 * units;
    int from = row * units;
    for (int j = 0; j < units; j++) {
      float in = gates[gate + j];
      float forget = gates[gate + units + j];
      float candidate = gates[gate + 2 * units + j];
      float out = gates[gate + 3 * units + j];
      float shown = squashed[from + j];
      float gradient = dc[from + j] + dh[from + j] * out * (1 - shown * shown);
      gates[gate + j] = gradient * candidate * in * (1 - in);
      gates[gate + units + j] = gradient * before[from + j] * forget * (1 - forget);
      gates[gate + 2 * units + j] = gradient * in * (1 - candidate * candidate);
      gates[gate + 3 * units + j] = dh[from + j] * shown * out * (1 - out);
      dc[from + j] = gradient * forget;
    }
    if (carried) {
      System.arraycopy(dc, from, dc, previous * units, units);
    }
  }

  @Override
  public void finish(PackedSequences packing, RecurrentCache memory, float[] gradients) {
    kernel.addGradient(packing, memory.before(), memory.sums(), gradients, 0, kernel.width());
  }
}
