package io.sentimentstreams.train;

import io.sentimentstreams.train.MatrixProduct.Form;

/**
 * The matrix that leads from one hidden state to the next, laid out once a batch for the products
 * of every timestep. A product can be limited to some of the matrix' columns, one gate's for
 * example. Not thread-safe.
 */
final class RecurrentKernel {

  private final int units;
  private final int width;
  private final int start;
  private final NativeArray kernel = new NativeArray();
  private final NativeArray left = new NativeArray();
  private final NativeArray right = new NativeArray();
  private final NativeArray gradient = new NativeArray();

  /**
   * A kernel of shape units x width.
   *
   * @param start where it begins among the parameters
   */
  RecurrentKernel(int units, int width, int start) {
    this.units = units;
    this.width = width;
    this.start = start;
  }

  int units() {
    return units;
  }

  int width() {
    return width;
  }

  /** Takes the weights as they are now. */
  void load(float[] parameters) {
    kernel.load(parameters, start, units * width);
  }

  /**
   * {@code sums[, columns] += h · U[, columns]}.
   *
   * @param row the first row, of h and of the sums
   * @param rows how many
   */
  void addProduct(int row, int rows, float[] h, float[] sums, int column, int columns) {
    left.load(h, row * units, rows * units);
    right.load(sums, row * width, rows * width);
    MatrixProduct.gemm(
        Form.PLAIN,
        Form.PLAIN,
        rows,
        columns,
        units,
        left.pointer(),
        units,
        kernel.pointer(column),
        width,
        1,
        right.pointer(column),
        width);
    right.store(sums, row * width, rows * width);
  }

  /**
   * {@code target += dSums[, columns] · U[, columns]ᵀ}.
   *
   * @param row the first row of the gradients of the sums
   * @param rows how many
   * @param targetRow the first row of what is added to
   */
  void addTransposedProduct(
      int row, int rows, float[] dSums, float[] target, int targetRow, int column, int columns) {
    left.load(dSums, row * width, rows * width);
    right.load(target, targetRow * units, rows * units);
    MatrixProduct.gemm(
        Form.PLAIN,
        Form.TRANSPOSED,
        rows,
        units,
        columns,
        left.pointer(column),
        width,
        kernel.pointer(column),
        width,
        1,
        right.pointer(),
        units);
    right.store(target, targetRow * units, rows * units);
  }

  /** {@code dU[, columns] += hᵀ · dSums[, columns]} over all rows of a batch. */
  void addGradient(int rows, float[] h, float[] dSums, float[] gradients, int column, int columns) {
    left.load(h, 0, rows * units);
    right.load(dSums, 0, rows * width);
    gradient.load(gradients, start, units * width);
    MatrixProduct.gemm(
        Form.TRANSPOSED,
        Form.PLAIN,
        units,
        columns,
        rows,
        left.pointer(),
        units,
        right.pointer(column),
        width,
        1,
        gradient.pointer(column),
        width);
    gradient.store(gradients, start, units * width);
  }
}
