package io.sentimentstreams.model.scoring.reference;

import java.util.Arrays;

/** {@code h' = tanh(x·W + h·U + b)}. */
final class SimpleRnnCell implements Cell {

  private final Matrix kernel;
  private final Matrix recurrentKernel;
  private final double[] bias;
  private final double[] sum;
  private final double[] h;

  SimpleRnnCell(CellWeights weights) {
    kernel = weights.kernel();
    recurrentKernel = weights.recurrentKernel();
    bias = weights.bias();
    sum = new double[bias.length];
    h = new double[recurrentKernel.rows()];
  }

  @Override
  public void reset() {
    Arrays.fill(h, 0);
  }

  @Override
  public void step(double[] x, int from) {
    System.arraycopy(bias, 0, sum, 0, sum.length);
    kernel.addProduct(x, from, sum);
    recurrentKernel.addProduct(h, 0, sum);
    for (int j = 0; j < h.length; j++) {
      h[j] = ActivationFunctions.tanh(sum[j]);
    }
  }

  @Override
  public double[] hidden() {
    return h;
  }
}
