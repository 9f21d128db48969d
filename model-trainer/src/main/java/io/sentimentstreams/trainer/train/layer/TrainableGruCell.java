package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;
import io.sentimentstreams.trainer.train.batch.Timestep;
import io.sentimentstreams.trainer.train.math.GateFunctions;
import java.util.Arrays;

/**
 * Reset after the product, with gates side by side in the order update, reset, candidate:
 *
 * <pre>
 *   n  = tanh(x·Wn + bn + r * (h·Un + b'n))
 *   h' = z * h + (1 - z) * n
 * </pre>
 */
public final class TrainableGruCell implements TrainableCell {

  private final RecurrentKernel kernel;
  private final int units;
  private final int width;
  private final int bias;
  private final Activations recurrent = new Activations();
  private float[] recurrentBias = new float[0];

  /**
   * A cell.
   *
   * @param bias where the recurrent bias begins among the parameters
   */
  public TrainableGruCell(RecurrentKernel kernel, int bias) {
    this.kernel = kernel;
    this.bias = bias;
    units = kernel.units();
    width = kernel.width();
  }

  @Override
  public void begin(PackedSequences packing, RecurrentCache memory, float[] parameters) {
    kernel.begin(packing, parameters);
    recurrent.resize(memory.rows(), width);
    recurrentBias = Arrays.copyOfRange(parameters, bias, bias + width);
  }

  @Override
  public void forward(RecurrentCache memory, Timestep step) {
    float[] gates = memory.sums();
    float[] fromState = recurrent.values();
    for (int row = step.row(); row < step.row() + step.rows(); row++) {
      System.arraycopy(recurrentBias, 0, fromState, row * width, width);
    }
    kernel.addProduct(step.row(), step.rows(), memory.before(), fromState, 0, width);
    for (int row = step.row(); row < step.row() + step.rows(); row++) {
      int gate = row * width;
      add(fromState, gates, gate, 2 * units);
      GateFunctions.sigmoid(gates, gate, 2 * units);
      addReset(gates, fromState, gate);
      GateFunctions.tanh(gates, gate + 2 * units, units);
      GruState.interpolate(gates, gate, memory.before(), memory.hidden(), row * units, units);
    }
  }

  private static void add(float[] source, float[] target, int from, int length) {
    for (int i = from; i < from + length; i++) {
      target[i] += source[i];
    }
  }

  private void addReset(float[] gates, float[] fromState, int gate) {
    for (int j = 0; j < units; j++) {
      gates[gate + 2 * units + j] += gates[gate + units + j] * fromState[gate + 2 * units + j];
    }
  }

  @Override
  public void backward(RecurrentCache memory, Timestep step) {
    float[] fromState = recurrent.values();
    for (int row = step.row(); row < step.row() + step.rows(); row++) {
      backward(memory, row);
    }
    if (step.carried() > 0) {
      kernel.addTransposedProduct(
          step.row(),
          step.carried(),
          fromState,
          memory.hiddenGradient(),
          step.previous(),
          0,
          width);
      GruState.addToPrevious(memory, step, units);
    }
  }

  /**
   * Turns a row's gates into the gradients by the input's sums, its recurrent part into those by
   * the recurrent sums, and its hidden state's gradient into what passes straight to the state
   * before.
   */
  private void backward(RecurrentCache memory, int row) {
    float[] gates = memory.sums();
    float[] fromState = recurrent.values();
    float[] dh = memory.hiddenGradient();
    float[] before = memory.before();
    int gate = row * width;
    int from = row * units;
    for (int j = 0; j < units; j++) {
      float update = gates[gate + j];
      float reset = gates[gate + units + j];
      float candidate = gates[gate + 2 * units + j];
      float gradient = dh[from + j];
      float dCandidate = gradient * (1 - update) * (1 - candidate * candidate);
      float dUpdate = gradient * (before[from + j] - candidate) * update * (1 - update);
      float dReset = dCandidate * fromState[gate + 2 * units + j] * reset * (1 - reset);
      gates[gate + j] = dUpdate;
      gates[gate + units + j] = dReset;
      gates[gate + 2 * units + j] = dCandidate;
      fromState[gate + j] = dUpdate;
      fromState[gate + units + j] = dReset;
      fromState[gate + 2 * units + j] = dCandidate * reset;
      dh[from + j] = gradient * update;
    }
  }

  @Override
  public void finish(PackedSequences packing, RecurrentCache memory, float[] gradients) {
    kernel.addGradient(packing, memory.before(), recurrent.values(), gradients, 0, width);
    float[] dSums = recurrent.values();
    for (int row = 0; row < memory.rows(); row++) {
      for (int j = 0; j < width; j++) {
        gradients[bias + j] += dSums[row * width + j];
      }
    }
  }
}
