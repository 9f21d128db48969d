package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;
import io.sentimentstreams.model.scoring.kernel.Kernels;

/**
 * Positions of a layer's gates in a gate row, and the gates that are stored halved (see {@link
 * Kernels}).
 *
 * @param layer layer
 * @param kernels target kernels
 */
record GateLayout(Recurrent layer, Kernels kernels) {

  /** Returns the padded width of one gate. */
  int gateWidth() {
    return kernels.padded(layer.units());
  }

  /** Returns the number of columns of the gates that are computed at once. */
  int gateColumns() {
    return independentGates() * gateWidth();
  }

  /** Returns the number of columns of the gates that are computed after them. */
  int candidateColumns() {
    return (layer.gates() - independentGates()) * gateWidth();
  }

  /**
   * Returns the number of columns of a gate row: from the candidate's first column to the end of
   * its padding.
   */
  int rowColumns() {
    return gateColumns() + kernels.width(candidateColumns());
  }

  /**
   * Returns the arena size of a layer's weights, in floats.
   *
   * @param kernel input weights
   */
  long size(float[] kernel) {
    return kernels.size(kernel.length / (layer.gates() * layer.units()), rowColumns())
        + kernels.size(layer.units(), gateColumns())
        + kernels.size(layer.units(), candidateColumns());
  }

  /**
   * Returns some gates of a weight, laid out in gate rows.
   *
   * @param weight row-major, all gates of the layer side by side
   * @param first first gate
   * @param end gate after the last one
   * @param rowWidth width of a row of the result, at least that of the gates
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
    return gate
        != 2; // The candidate has this position both in an LSTM (i f g o) and in a GRU (z r h).
  }

  /**
   * Returns the number of gates whose recurrent products do not depend on another gate. The
   * candidate of a GRU that resets before the product depends on the reset gate.
   */
  int independentGates() {
    return layer instanceof Gru gru && !gru.resetAfter() ? 2 : layer.gates();
  }
}
