package io.sentimentstreams.model.scoring.reference;

import java.util.Arrays;

/** Row-major matrix of doubles, converted once from a weight's floats. Immutable. */
final class Matrix {

  private final int columns;
  private final double[] values;

  private Matrix(int columns, double[] values) {
    this.columns = columns;
    this.values = values;
  }

  static Matrix of(float[] weights, int columns) {
    return new Matrix(columns, widen(weights));
  }

  static double[] widen(float[] weights) {
    double[] values = new double[weights.length];
    Arrays.setAll(values, i -> weights[i]);
    return values;
  }

  int rows() {
    return values.length / columns;
  }

  int columns() {
    return columns;
  }

  /**
   * Adds a product: {@code y += x · M}.
   *
   * @param x vector, starting at {@code from}, as many elements as this matrix has rows
   * @param y sum, as many elements as this matrix has columns
   */
  void addProduct(double[] x, int from, double[] y) {
    addProduct(x, from, y, 0, columns);
  }

  /**
   * Like {@link #addProduct(double[], int, double[])}, for the columns {@code first} to {@code
   * end}.
   */
  void addProduct(double[] x, int from, double[] y, int first, int end) {
    int rows = rows();
    for (int i = 0; i < rows; i++) {
      double factor = x[from + i];
      int row = i * columns;
      for (int j = first; j < end; j++) {
        y[j] += factor * values[row + j];
      }
    }
  }
}
