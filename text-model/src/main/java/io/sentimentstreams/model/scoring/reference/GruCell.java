package io.sentimentstreams.model.scoring.reference;

import java.util.Arrays;

/**
 * With gates in the order update, reset, candidate:
 *
 * <pre>
 *   z  = sigmoid(x·Wz + h·Uz + bz)
 *   r  = sigmoid(x·Wr + h·Ur + br)
 *   h~ = tanh(x·Wh + bh + r * (h·Uh + b'h))    reset after the product
 *   h~ = tanh(x·Wh + (r * h)·Uh + bh)          reset before it
 *   h' = z * h + (1 - z) * h~
 * </pre>
 */
final class GruCell implements Cell {

  private final Matrix kernel;
  private final Matrix recurrentKernel;
  private final double[] inputBias;
  private final double[] recurrentBias;
  private final boolean resetAfter;
  private final double[] input;
  private final double[] recurrent;
  private final double[] resetHidden;
  private final double[] h;

  GruCell(CellWeights weights, boolean resetAfter) {
    this.resetAfter = resetAfter;
    kernel = weights.kernel();
    recurrentKernel = weights.recurrentKernel();
    int width = kernel.columns();
    inputBias = Arrays.copyOf(weights.bias(), width);
    recurrentBias =
        resetAfter ? Arrays.copyOfRange(weights.bias(), width, 2 * width) : new double[width];
    input = new double[width];
    recurrent = new double[width];
    resetHidden = new double[width / 3];
    h = new double[width / 3];
  }

  @Override
  public void reset() {
    Arrays.fill(h, 0);
  }

  @Override
  public void step(double[] x, int from) {
    System.arraycopy(inputBias, 0, input, 0, input.length);
    System.arraycopy(recurrentBias, 0, recurrent, 0, recurrent.length);
    kernel.addProduct(x, from, input);
    if (resetAfter) {
      recurrentKernel.addProduct(h, 0, recurrent);
    } else {
      productOfResetHidden();
    }
    int units = h.length;
    for (int j = 0; j < units; j++) {
      double update = ActivationFunctions.sigmoid(input[j] + recurrent[j]);
      double reset =
          resetAfter ? ActivationFunctions.sigmoid(input[units + j] + recurrent[units + j]) : 1;
      double candidate =
          ActivationFunctions.tanh(input[2 * units + j] + reset * recurrent[2 * units + j]);
      h[j] = update * h[j] + (1 - update) * candidate;
    }
  }

  private void productOfResetHidden() {
    int units = h.length;
    recurrentKernel.addProduct(h, 0, recurrent, 0, 2 * units);
    for (int j = 0; j < units; j++) {
      resetHidden[j] = h[j] * ActivationFunctions.sigmoid(input[units + j] + recurrent[units + j]);
    }
    recurrentKernel.addProduct(resetHidden, 0, recurrent, 2 * units, 3 * units);
  }

  @Override
  public double[] hidden() {
    return h;
  }
}
