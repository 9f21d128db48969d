package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;
import io.sentimentstreams.trainer.train.batch.Timestep;
import io.sentimentstreams.trainer.train.math.GateFunctions;
import java.util.Arrays;

/**
 * LSTM cell. The order of the gates is input, forget, candidate, output:
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
  private final Activations cellTanh = new Activations();
  private final Activations cellGradient = new Activations();

  public TrainableLstmCell(RecurrentKernel kernel) {
    this.kernel = kernel;
    units = kernel.units();
  }

  @Override
  public void begin(PackedSequences packing, RecurrentCache cache, float[] parameters) {
    kernel.begin(packing, parameters);
    cells.resize(cache.rows(), units);
    cellsBefore.resize(cache.rows(), units);
    cellTanh.resize(cache.rows(), units);
    cellGradient.resize(cache.rows(), units);
    Arrays.fill(cellGradient.values(), 0, cellGradient.size(), 0);
  }

  @Override
  public void forward(RecurrentCache cache, Timestep step) {
    float[] gates = cache.sums();
    kernel.addProduct(step.row(), step.rows(), cache.before(), gates, 0, 4 * units);
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
    float[] tanhCells = cellTanh.values();
    System.arraycopy(cells.values(), from, tanhCells, from, length);
    GateFunctions.tanh(tanhCells, from, length);
    for (int row = step.row(); row < step.row() + step.rows(); row++) {
      computeHidden(gates, (row * 4 + 3) * units, tanhCells, cache.hidden(), row * units);
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
      float[] gates, int output, float[] tanhCells, float[] hidden, int from) {
    for (int j = 0; j < units; j++) {
      hidden[from + j] = gates[output + j] * tanhCells[from + j];
    }
  }

  @Override
  public void backward(RecurrentCache cache, Timestep step) {
    for (int row = step.row(); row < step.row() + step.rows(); row++) {
      backward(cache, row, row - step.row() + step.previous(), row - step.row() < step.carried());
    }
    if (step.carried() > 0) {
      kernel.addTransposedProduct(
          step.row(),
          step.carried(),
          cache.sums(),
          cache.hiddenGradient(),
          step.previous(),
          0,
          4 * units);
    }
  }

  private void backward(RecurrentCache cache, int row, int previous, boolean carried) {
    float[] gates = cache.sums();
    float[] dh = cache.hiddenGradient();
    float[] dc = cellGradient.values();
    float[] tanhCells = cellTanh.values();
    float[] before = cellsBefore.values();
    int gate = row * 4 * units;
    int from = row * units;
    for (int j = 0; j < units; j++) {
      float inputGate = gates[gate + j];
      float forget = gates[gate + units + j];
      float candidate = gates[gate + 2 * units + j];
      float outputGate = gates[gate + 3 * units + j];
      float cellTanhValue = tanhCells[from + j];
      float gradient =
          dc[from + j] + dh[from + j] * outputGate * (1 - cellTanhValue * cellTanhValue);
      gates[gate + j] = gradient * candidate * inputGate * (1 - inputGate);
      gates[gate + units + j] = gradient * before[from + j] * forget * (1 - forget);
      gates[gate + 2 * units + j] = gradient * inputGate * (1 - candidate * candidate);
      gates[gate + 3 * units + j] = dh[from + j] * cellTanhValue * outputGate * (1 - outputGate);
      dc[from + j] = gradient * forget;
    }
    if (carried) {
      System.arraycopy(dc, from, dc, previous * units, units);
    }
  }

  @Override
  public void finish(PackedSequences packing, RecurrentCache cache, float[] gradients) {
    kernel.addGradient(packing, cache.before(), cache.sums(), gradients, 0, kernel.width());
  }
}
