package io.sentimentstreams.model.scoring.reference;

import java.util.Arrays;

/**
 * With {@code [i f g o] = x·W + h·U + b}:
 *
 * <pre>
 *   c' = sigmoid(f) * c + sigmoid(i) * tanh(g)
 *   h' = sigmoid(o) * tanh(c')
 * </pre>
 */
final class LstmCell implements Cell {

  private final Matrix kernel;
  private final Matrix recurrentKernel;
  private final double[] bias;
  private final double[] gates;
  private final double[] c;
  private final double[] h;

  LstmCell(CellWeights weights) {
    kernel = weights.kernel();
    recurrentKernel = weights.recurrentKernel();
    bias = weights.bias();
    gates = new double[bias.length];
    c = new double[recurrentKernel.rows()];
    h = new double[recurrentKernel.rows()];
  }

  @Override
  public void reset() {
    Arrays.fill(c, 0);
    Arrays.fill(h, 0);
  }

  @Override
  public void step(double[] x, int from) {
    System.arraycopy(bias, 0, gates, 0, gates.length);
    kernel.addProduct(x, from, gates);
    recurrentKernel.addProduct(h, 0, gates);
    int units = h.length;
    for (int j = 0; j < units; j++) {
      double input = ActivationFunctions.sigmoid(gates[j]);
      double forget = ActivationFunctions.sigmoid(gates[units + j]);
      double candidate = ActivationFunctions.tanh(gates[2 * units + j]);
      double output = ActivationFunctions.sigmoid(gates[3 * units + j]);
      c[j] = forget * c[j] + input * candidate;
      h[j] = output * ActivationFunctions.tanh(c[j]);
    }
  }

  @Override
  public double[] hidden() {
    return h;
  }
}
