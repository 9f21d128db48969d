package io.sentimentstreams.model.scoring.reference;

import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Dense.Activation;
import io.sentimentstreams.model.network.Model;

/** {@code activation(x·W + b)}. */
public final class DenseStage implements Stage {

  private final Matrix kernel;
  private final double[] bias;
  private final Activation activation;
  private final Sequence output;

  private DenseStage(Matrix kernel, double[] bias, Activation activation) {
    this.kernel = kernel;
    this.bias = bias;
    this.activation = activation;
    output = new Sequence(bias.length);
    output.resize(1);
  }

  /** Creates the stage of a layer. */
  public static DenseStage of(Model model, Dense layer) {
    return new DenseStage(
        Matrix.of(model.weight(layer.name() + "/kernel"), layer.units()),
        Matrix.widen(model.weight(layer.name() + "/bias")),
        layer.activation());
  }

  @Override
  public void run(Sequence input) {
    double[] y = output.values();
    System.arraycopy(bias, 0, y, 0, y.length);
    kernel.addProduct(input.values(), 0, y);
    if (activation == Activation.SOFTMAX) {
      ActivationFunctions.softmax(y);
    } else {
      activateEach(y);
    }
  }

  private void activateEach(double[] y) {
    for (int j = 0; j < y.length; j++) {
      y[j] = ActivationFunctions.apply(activation, y[j]);
    }
  }

  @Override
  public Sequence output() {
    return output;
  }
}
