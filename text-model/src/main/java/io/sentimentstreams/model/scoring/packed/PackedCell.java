package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;
import io.sentimentstreams.model.scoring.kernel.Kernels;
import io.sentimentstreams.model.scoring.kernel.PackedMatrix;
import io.sentimentstreams.model.scoring.kernel.WeightArena;
import java.util.Arrays;

/** Weights of one recurrence in the layout of one kind of kernels. Immutable and thread-safe. */
final class PackedCell {

  private final Kernels kernels;
  private final Recurrent layer;
  private final GateLayout layout;
  private final WeightArena memory;
  private final PackedMatrix kernel;
  private final PackedMatrix gateKernel;
  private final PackedMatrix candidateKernel;
  private final float[] bias;
  private final float[] candidateBias;

  /**
   * Packs weights.
   *
   * @param prefix prefix of {@code /kernel} in their names
   * @param memory arena with at least the layout's size left
   */
  PackedCell(GateLayout layout, Model model, String prefix, WeightArena memory) {
    this.layout = layout;
    kernels = layout.kernels();
    layer = layout.layer();
    this.memory = memory;
    float[] recurrent = model.weight(prefix + "/recurrent_kernel");
    int atOnce = layout.independentGates();
    gateKernel = pack(recurrent, layer.units(), 0, atOnce, layout.gateColumns());
    candidateKernel =
        pack(recurrent, layer.units(), atOnce, layer.gates(), layout.candidateColumns());
    float[] input = model.weight(prefix + "/kernel");
    int inputSize = input.length / (layer.gates() * layer.units());
    kernel = pack(input, inputSize, 0, layer.gates(), layout.rowColumns());
    float[] biases = model.weight(prefix + "/bias");
    bias = layout.spread(inputBias(biases), 0, layer.gates(), kernel.width());
    candidateBias = candidateBias(biases);
  }

  private PackedMatrix pack(float[] weight, int rows, int firstGate, int endGate, int columns) {
    return kernels.pack(layout.spread(weight, firstGate, endGate, columns), rows, columns, memory);
  }

  /**
   * Returns the biases that do not depend on gates: for a GRU's second bias, all but the
   * candidate's.
   */
  private float[] inputBias(float[] biases) {
    int width = layer.gates() * layer.units();
    float[] sum = Arrays.copyOf(biases, width);
    if (biases.length > width) {
      for (int j = 0; j < 2 * layer.units(); j++) {
        sum[j] += biases[width + j];
      }
    }
    return sum;
  }

  /** Returns the candidate's part of a GRU's second bias; zeros for other layers. */
  private float[] candidateBias(float[] biases) {
    int width = layer.gates() * layer.units();
    if (biases.length == width) {
      return new float[0];
    }
    float[] second = Arrays.copyOfRange(biases, width, 2 * width);
    return layout.spread(second, 2, 3, layout.gateWidth());
  }

  /** Returns the distance between gate rows. */
  int rowWidth() {
    return kernel.width();
  }

  /** Creates projections of inputs to gate rows, with scratch memory of their own. */
  Projection newProjection() {
    return new Projection(kernel, bias, kernels.recordsAtOnce());
  }

  /** Returns the arena size of the gate rows of a vocabulary, in floats. */
  static long tableSize(GateLayout layout, int vocabulary) {
    return WeightArena.sizeOf((long) vocabulary * layout.kernels().width(layout.rowColumns()));
  }

  /**
   * Computes the gate rows of all tokens.
   *
   * @param vectors vectors of the tokens, side by side
   * @return start of the first row in the arena, which must have the table's size left
   */
  int writeTable(float[] vectors) {
    int count = vectors.length / kernel.rows();
    int begin = memory.reserve(Math.multiplyExact(count, rowWidth()));
    newProjection().write(vectors, count, memory.array(), begin);
    return begin;
  }

  /** Creates a cell with a state of its own. */
  KernelCell newCell() {
    if (layer instanceof Lstm) {
      return new LstmKernelCell(layout, rowWidth(), gateKernel);
    }
    if (layer instanceof Gru gru) {
      return gru.resetAfter()
          ? new ResetAfterKernelCell(layout, rowWidth(), gateKernel, candidateBias)
          : new ResetBeforeKernelCell(layout, rowWidth(), gateKernel, candidateKernel);
    }
    if (layer instanceof SimpleRnn) {
      return new SimpleRnnKernelCell(layout, rowWidth(), gateKernel);
    }
    throw new AssertionError(layer);
  }
}
