package io.sentimentstreams.trainer.train.layer;

import io.sentimentstreams.trainer.train.batch.PackedSequences;
import io.sentimentstreams.trainer.train.math.MatrixProduct;
import io.sentimentstreams.trainer.train.math.MatrixProduct.Form;
import io.sentimentstreams.trainer.train.math.NativeArray;

/**
 * Recurrent weight matrix, copied to native memory once per batch. Products can be limited to some
 * columns, such as those of one gate. Not thread-safe.
 */
public final class RecurrentKernel {

  private final int units;
  private final int width;
  private final int start;
  private final StateDropout dropout;
  private final NativeArray kernel = new NativeArray();
  private final NativeArray left = new NativeArray();
  private final NativeArray right = new NativeArray();
  private final NativeArray gradient = new NativeArray();
  private final Activations gateGradient = new Activations();

  /**
   * Creates a kernel of shape units x width.
   *
   * @param start offset of the kernel in the parameters
   * @param dropout dropout of the hidden states
   */
  public RecurrentKernel(int units, int width, int start, StateDropout dropout) {
    this.units = units;
    this.width = width;
    this.start = start;
    this.dropout = dropout;
  }

  int units() {
    return units;
  }

  int width() {
    return width;
  }

  /** Loads the current weights and samples the dropout masks of a batch. */
  void begin(PackedSequences packing, float[] parameters) {
    dropout.begin(packing);
    kernel.load(parameters, start, units * width);
  }

  /**
   * Computes {@code sums[, columns] += h · U[, columns]}.
   *
   * @param row first row of h and of the sums
   * @param rows number of rows
   */
  void addProduct(int row, int rows, float[] h, float[] sums, int column, int columns) {
    right.load(sums, row * width, rows * width);
    if (dropout.active()) {
      for (int gate = column / units; gate < (column + columns) / units; gate++) {
        left.load(dropout.drop(gate, h, row, rows), 0, rows * units);
        multiplyLoaded(rows, gate * units, units);
      }
    } else {
      left.load(h, row * units, rows * units);
      multiplyLoaded(rows, column, columns);
    }
    right.store(sums, row * width, rows * width);
  }

  private void multiplyLoaded(int rows, int column, int columns) {
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
  }

  /**
   * Computes {@code target += dSums[, columns] · U[, columns]ᵀ}.
   *
   * @param row first row of the gradients of the sums
   * @param rows number of rows
   * @param targetRow first row of the target
   */
  void addTransposedProduct(
      int row, int rows, float[] dSums, float[] target, int targetRow, int column, int columns) {
    left.load(dSums, row * width, rows * width);
    if (dropout.active()) {
      float[] droppedGradient = gateGradient.resize(rows, units).values();
      for (int gate = column / units; gate < (column + columns) / units; gate++) {
        right.resize(rows * units);
        multiplyLoadedTransposed(rows, gate * units, units, 0);
        right.store(droppedGradient, 0, rows * units);
        dropout.addGradient(gate, droppedGradient, target, targetRow, rows);
      }
    } else {
      right.load(target, targetRow * units, rows * units);
      multiplyLoadedTransposed(rows, column, columns, 1);
      right.store(target, targetRow * units, rows * units);
    }
  }

  private void multiplyLoadedTransposed(int rows, int column, int columns, float keep) {
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
        keep,
        right.pointer(),
        units);
  }

  /** Computes {@code dU[, columns] += hᵀ · dSums[, columns]} over all rows of a batch. */
  void addGradient(
      PackedSequences packing,
      float[] h,
      float[] dSums,
      float[] gradients,
      int column,
      int columns) {
    int rows = packing.rows();
    right.load(dSums, 0, rows * width);
    gradient.load(gradients, start, units * width);
    if (dropout.active()) {
      for (int gate = column / units; gate < (column + columns) / units; gate++) {
        left.load(dropout.dropAll(gate, h, packing), 0, rows * units);
        multiplyLoadedToGradient(rows, gate * units, units);
      }
    } else {
      left.load(h, 0, rows * units);
      multiplyLoadedToGradient(rows, column, columns);
    }
    gradient.store(gradients, start, units * width);
  }

  private void multiplyLoadedToGradient(int rows, int column, int columns) {
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
  }
}
