package io.sentimentstreams.trainer.train.math;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Uniform random matrices with orthonormal rows. Normal random rows are orthonormalized by the
 * modified Gram-Schmidt process (Golub and Van Loan, Matrix Computations, section 5.2.8). This is
 * equivalent to the QR decomposition with a positive diagonal. ND4J's QR decomposition computes the
 * full Q, which takes minutes for the kernel of an LSTM of 64 units.
 */
public final class Orthonormal {

  private Orthonormal() {}

  /**
   * Samples a matrix with ND4J's random generator.
   *
   * @param columns at least the number of rows
   * @return rows x columns, row-major
   */
  public static float[] sample(int rows, int columns) {
    if (rows > columns) {
      throw new IllegalArgumentException(
          "Invalid shape of an orthonormal matrix: %d x %d. Use at least as many columns as rows."
              .formatted(rows, columns));
    }
    double[][] matrix = Nd4j.randn(DataType.DOUBLE, rows, columns).toDoubleMatrix();
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < i; j++) {
        add(matrix[i], -dot(matrix[i], matrix[j]), matrix[j]);
      }
      add(matrix[i], 1 / Math.sqrt(dot(matrix[i], matrix[i])) - 1, matrix[i]);
    }
    float[] flat = new float[rows * columns];
    for (int k = 0; k < flat.length; k++) {
      flat[k] = (float) matrix[k / columns][k % columns];
    }
    return flat;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  private static void add(double[] target, double factor, double[] source) {
    for (int k = 0; k < target.length; k++) {
      target[k] += factor * source[k];
    }
  }
}
