package io.sentimentstreams.trainer.example;

import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.SimpleRnn;
import java.util.Random;

/**
 * A simple recurrent network as an unoptimized loop over timesteps:
 *
 * <pre>
 *   state = 0
 *   for each input:
 *     output = tanh(W · input + U · state + b)
 *     state = output
 * </pre>
 *
 * <p>It computes the same outputs as the layer {@link SimpleRnn}. Immutable.
 */
public final class RnnByHand {

  private final double[][] w;
  private final double[][] u;
  private final double[] b;

  /**
   * Creates a network with given weights.
   *
   * @param w input weights, units x features
   * @param u recurrent weights, units x units
   * @param b bias, one number per unit
   */
  public RnnByHand(double[][] w, double[][] u, double[] b) {
    requireRows("w", w, b.length, w.length == 0 ? 0 : w[0].length);
    requireRows("u", u, b.length, b.length);
    this.w = copy(w);
    this.u = copy(u);
    this.b = b.clone();
  }

  private static void requireRows(String name, double[][] matrix, int rows, int columns) {
    if (matrix.length != rows) {
      throw new IllegalArgumentException(
          "Invalid number of rows of %s: %d. Use one row for each of %d units."
              .formatted(name, matrix.length, rows));
    }
    for (double[] row : matrix) {
      if (row.length != columns) {
        throw new IllegalArgumentException(
            "Invalid row length of %s: %d. Use %d numbers.".formatted(name, row.length, columns));
      }
    }
  }

  private static double[][] copy(double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      copy[i] = matrix[i].clone();
    }
    return copy;
  }

  /** Creates a network with random weights, uniform in [0, 1). */
  public static RnnByHand random(int features, int units, Random random) {
    return new RnnByHand(
        randomMatrix(units, features, random),
        randomMatrix(units, units, random),
        randomMatrix(1, units, random)[0]);
  }

  /** Returns random numbers, uniform in [0, 1). */
  public static double[][] randomMatrix(int rows, int columns, Random random) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextDouble();
      }
    }
    return matrix;
  }

  /** Creates the network of a layer, whose kernels have inputs as rows and units as columns. */
  public static RnnByHand of(Model model, SimpleRnn layer) {
    float[] bias = model.weight(layer.name() + "/bias");
    double[] b = new double[bias.length];
    for (int j = 0; j < b.length; j++) {
      b[j] = bias[j];
    }
    return new RnnByHand(
        transposed(model.weight(layer.name() + "/kernel"), layer.units()),
        transposed(model.weight(layer.name() + "/recurrent_kernel"), layer.units()),
        b);
  }

  private static double[][] transposed(float[] kernel, int units) {
    int rows = kernel.length / units;
    double[][] transposed = new double[units][rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < units; j++) {
        transposed[j][i] = kernel[i * units + j];
      }
    }
    return transposed;
  }

  /**
   * Computes the outputs for a sequence.
   *
   * @param inputs timesteps x features
   * @return outputs, timesteps x units; the last one is the layer's output without {@code
   *     returnSequences}
   */
  public double[][] run(double[][] inputs) {
    double[][] outputs = new double[inputs.length][];
    double[] state = new double[b.length];
    for (int t = 0; t < inputs.length; t++) {
      double[] output = new double[b.length];
      for (int j = 0; j < b.length; j++) {
        output[j] = Math.tanh(dot(w[j], inputs[t]) + dot(u[j], state) + b[j]);
      }
      outputs[t] = output;
      state = output;
    }
    return outputs;
  }

  private static double dot(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "Invalid number of input features: %d. Use %d.".formatted(y.length, x.length));
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
