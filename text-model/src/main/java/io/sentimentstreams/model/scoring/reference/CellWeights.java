package io.sentimentstreams.model.scoring.reference;

import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.SimpleRnn;

/** The three weights of one recurrence, converted to double. */
final class CellWeights {

  private final Matrix kernel;
  private final Matrix recurrentKernel;
  private final double[] bias;

  private CellWeights(Model model, Recurrent layer, String prefix) {
    int width = layer.gates() * layer.units();
    kernel = Matrix.of(model.weight(prefix + "/kernel"), width);
    recurrentKernel = Matrix.of(model.weight(prefix + "/recurrent_kernel"), width);
    bias = Matrix.widen(model.weight(prefix + "/bias"));
  }

  /**
   * Creates a cell with a layer's weights.
   *
   * @param prefix prefix of {@code /kernel}
   */
  static Cell newCell(Model model, Recurrent layer, String prefix) {
    CellWeights weights = new CellWeights(model, layer, prefix);
    if (layer instanceof Gru gru) {
      return new GruCell(weights, gru.resetAfter());
    }
    if (layer instanceof Lstm) {
      return new LstmCell(weights);
    }
    if (layer instanceof SimpleRnn) {
      return new SimpleRnnCell(weights);
    }
    throw new AssertionError(layer);
  }

  Matrix kernel() {
    return kernel;
  }

  Matrix recurrentKernel() {
    return recurrentKernel;
  }

  double[] bias() {
    return bias;
  }
}
