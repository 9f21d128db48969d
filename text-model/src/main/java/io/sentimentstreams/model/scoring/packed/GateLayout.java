package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;
import io.sentimentstreams.model.scoring.kernel.Kernels;

/**
 * Where a layer's gates stand in a gate row, and which of them travel halved (see {@link Kernels}).
 *
 * @param layer the layer
 * @param kernels what the layout is for
 */
record GateLayout(Recurrent layer, Kernels kernels) {

  /** The padded width of one gate. */
  int gateWidth() {
    return kernels.padded(layer.units());
  }

  /** The columns of the gates that are computed at once. */
  int gateColumns() {
    return gatesAtOnce() * gateWidth();
  }

  /** The columns of the gates that are computed after them. */
  int candidateColumns() {
    return (layer.gates() - gatesAtOnce()) * gateWidth();
  }

  /**
   * The columns of a gate row: a candidate's product begins at its gate and ends with its padding.
   */
  int rowColumns() {
    return gateColumns() + kernels.width(candidateColumns());
  }

  /**
   * The memory that a layer's weights take.
   *
   * @param kernel those that are multiplied with the input
   */
  long size(float[] kernel) {
    return kernels.size(kernel.length / (layer.gates() * layer.units()), rowColumns())
        + kernels.size(layer.units(), gateColumns())
        + kernels.size(layer.units(), candidateColumns());
  }

  /**
   * Some gates of a weight, in gate rows.
   *
   * @param weight row-major, all gates of the layer side by side
   * @param first the first gate
   * @param end the gate after the last
   * @param rowWidth the width of a row of the result, at least that of the gates
   */
  float[] spread(float[] weight, int first, int end, int rowWidth) {
    int units = layer.units();
    int columns = layer.gates() * units;
    int rows = weight.length / columns;
    int gateWidth = gateWidth();
    float[] spread = new float[Math.multiplyExact(rows, rowWidth)];
    for (int i = 0; i < rows; i++) {
      for (int gate = first; gate < end; gate++) {
        int from = i * columns + gate * units;
        int to = i * rowWidth + (gate - first) * gateWidth;
        float factor = isSigmoid(gate) ? 0.5f : 1;
        for (int j = 0; j < units; j++) {
          spread[to + j] = factor * weight[from + j];
        }
      }
    }
    return spread;
  }

  private boolean isSigmoid(int gate) {
    if (layer instanceof SimpleRnn) {
      return false;
    }
    return gate != 2; // The candidate's place in an LSTM (i f g o) and in a GRU (z r h) alike.
  }

  /**
   * How many gates' recurrent products can be computed before any gate is needed: not that of a
   * GRU's candidate where it is multiplied with what the reset gate has left.
   */
  int gatesAtOnce() {
    return layer instanceof Gru gru && !gru.resetAfter() ? 2 : layer.gates();
  }
}
