package io.sentimentstreams.trainer.example;

import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.SimpleRnn;
import java.util.Random;

/**
 * A recurrent network as a loop over timesteps, with nothing left out and nothing made fast:
 *
 * <pre>
 *   state = 0
 *   for each input:
 *     output = tanh(W · input + U · state + b)
 *     state = output
 * </pre>
 *
 * <p>It computes what the layer {@link SimpleRnn} does. Immutable and safe for use by several
 * threads.
 */
public final class RnnByHand {

  private final double[][] w;
  private final double[][] u;
  private final double[] b;

  /**
   * A network with given weights.
   *
   * @param w what the input is multiplied by, units x features
   * @param u what the state is multiplied by, units x units
   * @param b what is added, one number for each unit
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
          "%s must have a row for each of %d units, has %d".formatted(name, rows, matrix.length));
    }
    for (double[] row : matrix) {
      if (row.length != columns) {
        throw new IllegalArgumentException(
            "each row of %s must have %d numbers, one has %d".formatted(name, columns, row.length));
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

  /** A network with random weights, each 0 to 1, as the book draws them. */
  public static RnnByHand random(int features, int units, Random random) {
    return new RnnByHand(
        randomMatrix(units, features, random),
        randomMatrix(units, units, random),
        randomMatrix(1, units, random)[0]);
  }

  /** Random numbers, each 0 to 1. */
  public static double[][] randomMatrix(int rows, int columns, Random random) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextDouble();
      }
    }
    return matrix;
  }

  /** The network of a layer, whose kernels have inputs as rows and units as columns. */
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
   * Runs over a sequence.
   *
   * @param inputs timesteps x features
   * @return the output of each timestep, timesteps x units; the last one is what the layer gives
   *     without {@code returnSequences}
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
          "an input must have %d features, has %d".formatted(x.length, y.length));
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
