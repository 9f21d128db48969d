package io.sentimentstreams.model.scoring.kernel;

import java.util.Arrays;

/**
 * A matrix as an array of rows. With one index for all arrays of a loop, the just-in-time compiler
 * can prove that iterations are independent.
 */
final class ScalarMatrix implements PackedMatrix {

  private final int width;
  private final float[][] matrix;

  ScalarMatrix(float[] values, int rows, int columns) {
    width = columns;
    matrix = new float[rows][];
    Arrays.setAll(matrix, i -> Arrays.copyOfRange(values, i * columns, (i + 1) * columns));
  }

  @Override
  public int rows() {
    return matrix.length;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public MatrixProducts newProducts(int stride, int sumStride) {
    float[] sum = new float[width];
    return (x, from, count, sums, to, pass) -> {
      for (int r = 0; r < count; r++) {
        System.arraycopy(sums, to + r * sumStride, sum, 0, width);
        add(x, from + r * stride, sum);
        System.arraycopy(sum, 0, sums, to + r * sumStride, width);
      }
    };
  }

  private void add(float[] x, int from, float[] sum) {
    int rows = matrix.length;
    int i = 0;
    for (; i + 4 <= rows; i += 4) {
      addFour(i, x, from + i, sum);
    }
    for (; i < rows; i++) {
      float factor = x[from + i];
      float[] row = matrix[i];
      for (int j = 0; j < width; j++) {
        sum[j] += factor * row[j];
      }
    }
  }

  private void addFour(int i, float[] x, int from, float[] sum) {
    float x0 = x[from];
    float x1 = x[from + 1];
    float x2 = x[from + 2];
    float x3 = x[from + 3];
    float[] row0 = matrix[i];
    float[] row1 = matrix[i + 1];
    float[] row2 = matrix[i + 2];
    float[] row3 = matrix[i + 3];
    for (int j = 0; j < width; j++) {
      sum[j] += x0 * row0[j] + x1 * row1[j] + x2 * row2[j] + x3 * row3[j];
    }
  }
}
