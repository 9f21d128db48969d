package io.sentimentstreams.model.scoring.kernel;

import static io.sentimentstreams.model.scoring.kernel.VectorMatrix.BLOCK;
import static io.sentimentstreams.model.scoring.kernel.VectorMatrix.LARGE;
import static io.sentimentstreams.model.scoring.kernel.VectorMatrix.PANEL;
import static io.sentimentstreams.model.scoring.kernel.VectorMatrix.SMALL;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products with a {@link VectorMatrix}. Groups of five rows use panels, so each matrix element that
 * is loaded serves five sums. The remaining rows use blocks one by one; the eight vectors of sums
 * in a block hide the latency of the multiply-adds. Every sum is computed in the order of the
 * matrix' rows, in either case.
 *
 * <p>The groups of five are transposed first: the rows of an element are adjacent, and consecutive
 * elements are a panel's width apart. Therefore one loop variable indexes matrix and rows, and its
 * step equals the panel's width. The just-in-time compiler can then hoist the bounds checks of
 * both, and does not unroll until the registers are exhausted.
 */
final class VectorProducts implements MatrixProducts {

  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int LANES = SPECIES.length();
  private static final int FIVE = 5;

  /** Rows that fit a panel's width in groups of five. */
  static final int ROWS = Math.max(1, PANEL / FIVE * FIVE);

  private final VectorMatrix matrix;
  private final int rows;
  private final int stride;
  private final int sumStride;
  private final float[] transposed;

  VectorProducts(VectorMatrix matrix, int stride, int sumStride) {
    this.matrix = matrix;
    rows = matrix.rows();
    this.stride = stride;
    this.sumStride = sumStride;
    transposed = new float[rows * PANEL];
  }

  @Override
  public void add(float[] x, int from, int count, float[] sums, int to, int pass) {
    int grouped = count / FIVE * FIVE;
    if (grouped > 0) {
      transpose(x, from, grouped);
      for (int column = 0; column < matrix.width(); column += PANEL) {
        for (int r = 0; r < grouped; r += FIVE) {
          rowsOfFive(column, r, sums, to + r * sumStride + column);
        }
      }
    }
    if (grouped < count) {
      int firstSingle = from + grouped * stride;
      singleRows(x, firstSingle, count - grouped, sums, to + grouped * sumStride, pass);
    }
  }

  private void transpose(float[] x, int from, int count) {
    float[] t = transposed;
    for (int r = 0; r < count; r++) {
      int row = from + r * stride;
      for (int i = 0; i < rows; i++) {
        t[i * PANEL + r] = x[row + i];
      }
    }
  }

  private void singleRows(float[] x, int from, int count, float[] sums, int to, int pass) {
    int blocks = matrix.blocks();
    for (int i = 0; i < blocks; i++) {
      int column = ((pass & 1) == 0 ? i : blocks - 1 - i) * BLOCK;
      int left = matrix.width() - column;
      for (int r = 0; r < count; r++) {
        int xAt = from + r * stride;
        int sumAt = to + r * sumStride + column;
        if (left == LARGE) {
          largeBlock(column, x, xAt, sums, sumAt);
        } else if (left == SMALL) {
          smallBlock(column, x, xAt, sums, sumAt);
        } else {
          block(column, x, xAt, sums, sumAt);
        }
      }
    }
  }

  /** Computes a panel's columns for five rows. */
  private void rowsOfFive(int column, int first, float[] sums, int to) {
    float[] m = matrix.weights();
    float[] x = transposed;
    int base = matrix.panel(column);
    int to1 = to + sumStride;
    int to2 = to1 + sumStride;
    int to3 = to2 + sumStride;
    int to4 = to3 + sumStride;
    FloatVector left0 = fromArray(SPECIES, sums, to);
    FloatVector left1 = fromArray(SPECIES, sums, to1);
    FloatVector left2 = fromArray(SPECIES, sums, to2);
    FloatVector left3 = fromArray(SPECIES, sums, to3);
    FloatVector left4 = fromArray(SPECIES, sums, to4);
    FloatVector right0 = fromArray(SPECIES, sums, to + LANES);
    FloatVector right1 = fromArray(SPECIES, sums, to1 + LANES);
    FloatVector right2 = fromArray(SPECIES, sums, to2 + LANES);
    FloatVector right3 = fromArray(SPECIES, sums, to3 + LANES);
    FloatVector right4 = fromArray(SPECIES, sums, to4 + LANES);
    int end = rows * PANEL;
    for (int i = 0; i < end; i += PANEL) {
      FloatVector m0 = fromArray(SPECIES, m, base + i);
      FloatVector m1 = fromArray(SPECIES, m, base + i + LANES);
      FloatVector x0 = broadcast(SPECIES, x[first + i]);
      left0 = m0.fma(x0, left0);
      right0 = m1.fma(x0, right0);
      FloatVector x1 = broadcast(SPECIES, x[first + i + 1]);
      left1 = m0.fma(x1, left1);
      right1 = m1.fma(x1, right1);
      FloatVector x2 = broadcast(SPECIES, x[first + i + 2]);
      left2 = m0.fma(x2, left2);
      right2 = m1.fma(x2, right2);
      FloatVector x3 = broadcast(SPECIES, x[first + i + 3]);
      left3 = m0.fma(x3, left3);
      right3 = m1.fma(x3, right3);
      FloatVector x4 = broadcast(SPECIES, x[first + i + 4]);
      left4 = m0.fma(x4, left4);
      right4 = m1.fma(x4, right4);
    }
    left0.intoArray(sums, to);
    left1.intoArray(sums, to1);
    left2.intoArray(sums, to2);
    left3.intoArray(sums, to3);
    left4.intoArray(sums, to4);
    right0.intoArray(sums, to + LANES);
    right1.intoArray(sums, to1 + LANES);
    right2.intoArray(sums, to2 + LANES);
    right3.intoArray(sums, to3 + LANES);
    right4.intoArray(sums, to4 + LANES);
  }

  /** Computes a block's columns for one row. */
  private void block(int column, float[] x, int from, float[] sums, int to) {
    float[] m = matrix.weights();
    int base = matrix.block(column);
    FloatVector y0 = fromArray(SPECIES, sums, to);
    FloatVector y1 = fromArray(SPECIES, sums, to + LANES);
    FloatVector y2 = fromArray(SPECIES, sums, to + 2 * LANES);
    FloatVector y3 = fromArray(SPECIES, sums, to + 3 * LANES);
    FloatVector y4 = fromArray(SPECIES, sums, to + 4 * LANES);
    FloatVector y5 = fromArray(SPECIES, sums, to + 5 * LANES);
    FloatVector y6 = fromArray(SPECIES, sums, to + 6 * LANES);
    FloatVector y7 = fromArray(SPECIES, sums, to + 7 * LANES);
    for (int i = 0; i < rows; i++) {
      FloatVector xi = broadcast(SPECIES, x[from + i]);
      int at = base + i * BLOCK;
      y0 = fromArray(SPECIES, m, at).fma(xi, y0);
      y1 = fromArray(SPECIES, m, at + LANES).fma(xi, y1);
      y2 = fromArray(SPECIES, m, at + 2 * LANES).fma(xi, y2);
      y3 = fromArray(SPECIES, m, at + 3 * LANES).fma(xi, y3);
      y4 = fromArray(SPECIES, m, at + 4 * LANES).fma(xi, y4);
      y5 = fromArray(SPECIES, m, at + 5 * LANES).fma(xi, y5);
      y6 = fromArray(SPECIES, m, at + 6 * LANES).fma(xi, y6);
      y7 = fromArray(SPECIES, m, at + 7 * LANES).fma(xi, y7);
    }
    y0.intoArray(sums, to);
    y1.intoArray(sums, to + LANES);
    y2.intoArray(sums, to + 2 * LANES);
    y3.intoArray(sums, to + 3 * LANES);
    y4.intoArray(sums, to + 4 * LANES);
    y5.intoArray(sums, to + 5 * LANES);
    y6.intoArray(sums, to + 6 * LANES);
    y7.intoArray(sums, to + 7 * LANES);
  }

  /** Computes the last block when half a block would remain after it. */
  private void largeBlock(int column, float[] x, int from, float[] sums, int to) {
    float[] m = matrix.weights();
    int base = matrix.block(column);
    FloatVector y0 = fromArray(SPECIES, sums, to);
    FloatVector y1 = fromArray(SPECIES, sums, to + LANES);
    FloatVector y2 = fromArray(SPECIES, sums, to + 2 * LANES);
    FloatVector y3 = fromArray(SPECIES, sums, to + 3 * LANES);
    FloatVector y4 = fromArray(SPECIES, sums, to + 4 * LANES);
    FloatVector y5 = fromArray(SPECIES, sums, to + 5 * LANES);
    FloatVector y6 = fromArray(SPECIES, sums, to + 6 * LANES);
    FloatVector y7 = fromArray(SPECIES, sums, to + 7 * LANES);
    FloatVector y8 = fromArray(SPECIES, sums, to + 8 * LANES);
    FloatVector y9 = fromArray(SPECIES, sums, to + 9 * LANES);
    FloatVector y10 = fromArray(SPECIES, sums, to + 10 * LANES);
    FloatVector y11 = fromArray(SPECIES, sums, to + 11 * LANES);
    for (int i = 0; i < rows; i++) {
      FloatVector xi = broadcast(SPECIES, x[from + i]);
      int at = base + i * LARGE;
      y0 = fromArray(SPECIES, m, at).fma(xi, y0);
      y1 = fromArray(SPECIES, m, at + LANES).fma(xi, y1);
      y2 = fromArray(SPECIES, m, at + 2 * LANES).fma(xi, y2);
      y3 = fromArray(SPECIES, m, at + 3 * LANES).fma(xi, y3);
      y4 = fromArray(SPECIES, m, at + 4 * LANES).fma(xi, y4);
      y5 = fromArray(SPECIES, m, at + 5 * LANES).fma(xi, y5);
      y6 = fromArray(SPECIES, m, at + 6 * LANES).fma(xi, y6);
      y7 = fromArray(SPECIES, m, at + 7 * LANES).fma(xi, y7);
      y8 = fromArray(SPECIES, m, at + 8 * LANES).fma(xi, y8);
      y9 = fromArray(SPECIES, m, at + 9 * LANES).fma(xi, y9);
      y10 = fromArray(SPECIES, m, at + 10 * LANES).fma(xi, y10);
      y11 = fromArray(SPECIES, m, at + 11 * LANES).fma(xi, y11);
    }
    y0.intoArray(sums, to);
    y1.intoArray(sums, to + LANES);
    y2.intoArray(sums, to + 2 * LANES);
    y3.intoArray(sums, to + 3 * LANES);
    y4.intoArray(sums, to + 4 * LANES);
    y5.intoArray(sums, to + 5 * LANES);
    y6.intoArray(sums, to + 6 * LANES);
    y7.intoArray(sums, to + 7 * LANES);
    y8.intoArray(sums, to + 8 * LANES);
    y9.intoArray(sums, to + 9 * LANES);
    y10.intoArray(sums, to + 10 * LANES);
    y11.intoArray(sums, to + 11 * LANES);
  }

  /** Computes the only block when the matrix has half a block. */
  private void smallBlock(int column, float[] x, int from, float[] sums, int to) {
    float[] m = matrix.weights();
    int base = matrix.block(column);
    FloatVector y0 = fromArray(SPECIES, sums, to);
    FloatVector y1 = fromArray(SPECIES, sums, to + LANES);
    FloatVector y2 = fromArray(SPECIES, sums, to + 2 * LANES);
    FloatVector y3 = fromArray(SPECIES, sums, to + 3 * LANES);
    for (int i = 0; i < rows; i++) {
      FloatVector xi = broadcast(SPECIES, x[from + i]);
      int at = base + i * SMALL;
      y0 = fromArray(SPECIES, m, at).fma(xi, y0);
      y1 = fromArray(SPECIES, m, at + LANES).fma(xi, y1);
      y2 = fromArray(SPECIES, m, at + 2 * LANES).fma(xi, y2);
      y3 = fromArray(SPECIES, m, at + 3 * LANES).fma(xi, y3);
    }
    y0.intoArray(sums, to);
    y1.intoArray(sums, to + LANES);
    y2.intoArray(sums, to + 2 * LANES);
    y3.intoArray(sums, to + 3 * LANES);
  }
}
