package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;
import io.sentimentstreams.trainer.train.batch.Timestep;
import io.sentimentstreams.trainer.train.math.GateFunctions;
import java.util.Arrays;

/**
 * GRU cell that applies the reset gate after the matrix product. The order of the gates is update,
 * reset, candidate:
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
   * Creates a cell.
   *
   * @param bias offset of the recurrent bias in the parameters
   */
  public TrainableGruCell(RecurrentKernel kernel, int bias) {
    this.kernel = kernel;
    this.bias = bias;
    units = kernel.units();
    width = kernel.width();
  }

  @Override
  public void begin(PackedSequences packing, RecurrentCache cache, float[] parameters) {
    kernel.begin(packing, parameters);
    recurrent.resize(cache.rows(), width);
    recurrentBias = Arrays.copyOfRange(parameters, bias, bias + width);
  }

  @Override
  public void forward(RecurrentCache cache, Timestep step) {
    float[] gates = cache.sums();
    float[] fromState = recurrent.values();
    for (int row = step.row(); row < step.row() + step.rows(); row++) {
      System.arraycopy(recurrentBias, 0, fromState, row * width, width);
    }
    kernel.addProduct(step.row(), step.rows(), cache.before(), fromState, 0, width);
    for (int row = step.row(); row < step.row() + step.rows(); row++) {
      int gate = row * width;
      add(fromState, gates, gate, 2 * units);
      GateFunctions.sigmoid(gates, gate, 2 * units);
      addReset(gates, fromState, gate);
      GateFunctions.tanh(gates, gate + 2 * units, units);
      GruState.interpolate(gates, gate, cache.before(), cache.hidden(), row * units, units);
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
  public void backward(RecurrentCache cache, Timestep step) {
    float[] fromState = recurrent.values();
    for (int row = step.row(); row < step.row() + step.rows(); row++) {
      backward(cache, row);
    }
    if (step.carried() > 0) {
      kernel.addTransposedProduct(
          step.row(), step.carried(), fromState, cache.hiddenGradient(), step.previous(), 0, width);
      GruState.addToPrevious(cache, step, units);
    }
  }

  /**
   * Replaces a row's gates and recurrent sums by their gradients. The hidden gradient becomes the
   * direct gradient of the previous state.
   */
  private void backward(RecurrentCache cache, int row) {
    float[] gates = cache.sums();
    float[] fromState = recurrent.values();
    float[] dh = cache.hiddenGradient();
    float[] before = cache.before();
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
  public void finish(PackedSequences packing, RecurrentCache cache, float[] gradients) {
    kernel.addGradient(packing, cache.before(), recurrent.values(), gradients, 0, width);
    float[] dSums = recurrent.values();
    for (int row = 0; row < cache.rows(); row++) {
      for (int j = 0; j < width; j++) {
        gradients[bias + j] += dSums[row * width + j];
      }
    }
  }
}
