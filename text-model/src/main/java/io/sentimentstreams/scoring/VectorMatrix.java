package io.sentimentstreams.scoring;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A matrix cut into blocks of columns, eight vectors wide, the last one possibly four. A block
 * stands in memory row after row, so that a product reads straight through it while the block's
 * eight sums stay in registers: as many as hide the latency of the multiply-adds.
 */
final class VectorMatrix implements PackedMatrix {

  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int LANES = SPECIES.length();
  private static final int HALF = 4 * LANES;
  private static final int BLOCK = 8 * LANES;

  private final int rows;
  private final int width;
  private final float[] blocks;
  private final int begin;

  VectorMatrix(float[] values, int rows, int columns, WeightMemory memory) {
    this.rows = rows;
    width = width(columns);
    blocks = memory.array();
    begin = memory.reserve(Math.multiplyExact(rows, width));
    int to = begin;
    for (int first = 0; first < width; first += BLOCK) {
      int blockWidth = Math.min(BLOCK, width - first);
      for (int i = 0; i < rows; i++) {
        int copied = Math.max(0, Math.min(blockWidth, columns - first));
        System.arraycopy(values, i * columns + first, blocks, to, copied);
        to += blockWidth;
      }
    }
  }

  static int width(int columns) {
    return (columns + HALF - 1) / HALF * HALF;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public void product(float[] x, float[] start, int from, float[] out, int pass) {
    int full = width / BLOCK;
    boolean half = full * BLOCK < width;
    if ((pass & 1) == 0) {
      for (int b = 0; b < full; b++) {
        block(b * BLOCK, x, 0, start, from, out, 0);
      }
    }
    if (half) {
      halfBlock(full * BLOCK, x, 0, start, from, out, 0);
    }
    if ((pass & 1) == 1) {
      for (int b = full - 1; b >= 0; b--) {
        block(b * BLOCK, x, 0, start, from, out, 0);
      }
    }
  }

  @Override
  public void products(
      float[] x, int count, float[] start, float[] out, int to, int stride, float[] scratch) {
    int full = width / BLOCK * BLOCK;
    int quads = count / 4 * 4;
    for (int first = 0; first < full; first += BLOCK) {
      for (int t = 0; t < quads; t += 4) {
        for (int pair = 0; pair < BLOCK; pair += 2 * LANES) {
          fourRows(first, pair, x, t * rows, start, out, to + t * stride, stride);
        }
      }
      for (int t = quads; t < count; t++) {
        block(first, x, t * rows, start, 0, out, to + t * stride);
      }
    }
    if (full < width) {
      for (int t = 0; t < count; t++) {
        halfBlock(full, x, t * rows, start, 0, out, to + t * stride);
      }
    }
  }

  /** The columns of a full block, for one row. */
  private void block(
      int first, float[] x, int xFrom, float[] start, int from, float[] out, int to) {
    float[] m = blocks;
    int base = begin + first * rows;
    int s = from + first;
    FloatVector y0 = fromArray(SPECIES, start, s);
    FloatVector y1 = fromArray(SPECIES, start, s + LANES);
    FloatVector y2 = fromArray(SPECIES, start, s + 2 * LANES);
    FloatVector y3 = fromArray(SPECIES, start, s + 3 * LANES);
    FloatVector y4 = fromArray(SPECIES, start, s + 4 * LANES);
    FloatVector y5 = fromArray(SPECIES, start, s + 5 * LANES);
    FloatVector y6 = fromArray(SPECIES, start, s + 6 * LANES);
    FloatVector y7 = fromArray(SPECIES, start, s + 7 * LANES);
    for (int i = 0; i < rows; i++) {
      FloatVector xi = broadcast(SPECIES, x[xFrom + i]);
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
    int o = to + first;
    y0.intoArray(out, o);
    y1.intoArray(out, o + LANES);
    y2.intoArray(out, o + 2 * LANES);
    y3.intoArray(out, o + 3 * LANES);
    y4.intoArray(out, o + 4 * LANES);
    y5.intoArray(out, o + 5 * LANES);
    y6.intoArray(out, o + 6 * LANES);
    y7.intoArray(out, o + 7 * LANES);
  }

  /** The columns of half a block, for one row: two sums a vector, of the even and the odd rows. */
  private void halfBlock(
      int first, float[] x, int xFrom, float[] start, int from, float[] out, int to) {
    float[] m = blocks;
    int base = begin + first * rows;
    int s = from + first;
    FloatVector even0 = fromArray(SPECIES, start, s);
    FloatVector even1 = fromArray(SPECIES, start, s + LANES);
    FloatVector even2 = fromArray(SPECIES, start, s + 2 * LANES);
    FloatVector even3 = fromArray(SPECIES, start, s + 3 * LANES);
    FloatVector odd0 = FloatVector.zero(SPECIES);
    FloatVector odd1 = odd0;
    FloatVector odd2 = odd0;
    FloatVector odd3 = odd0;
    int pairs = rows / 2;
    for (int i = 0; i < pairs; i++) {
      FloatVector x0 = broadcast(SPECIES, x[xFrom + 2 * i]);
      FloatVector x1 = broadcast(SPECIES, x[xFrom + 2 * i + 1]);
      int at = base + i * BLOCK;
      even0 = fromArray(SPECIES, m, at).fma(x0, even0);
      even1 = fromArray(SPECIES, m, at + LANES).fma(x0, even1);
      even2 = fromArray(SPECIES, m, at + 2 * LANES).fma(x0, even2);
      even3 = fromArray(SPECIES, m, at + 3 * LANES).fma(x0, even3);
      odd0 = fromArray(SPECIES, m, at + 4 * LANES).fma(x1, odd0);
      odd1 = fromArray(SPECIES, m, at + 5 * LANES).fma(x1, odd1);
      odd2 = fromArray(SPECIES, m, at + 6 * LANES).fma(x1, odd2);
      odd3 = fromArray(SPECIES, m, at + 7 * LANES).fma(x1, odd3);
    }
    if ((rows & 1) == 1) {
      FloatVector xi = broadcast(SPECIES, x[xFrom + rows - 1]);
      int at = base + (rows - 1) * HALF;
      even0 = fromArray(SPECIES, m, at).fma(xi, even0);
      even1 = fromArray(SPECIES, m, at + LANES).fma(xi, even1);
      even2 = fromArray(SPECIES, m, at + 2 * LANES).fma(xi, even2);
      even3 = fromArray(SPECIES, m, at + 3 * LANES).fma(xi, even3);
    }
    int o = to + first;
    even0.add(odd0).intoArray(out, o);
    even1.add(odd1).intoArray(out, o + LANES);
    even2.add(odd2).intoArray(out, o + 2 * LANES);
    even3.add(odd3).intoArray(out, o + 3 * LANES);
  }

  /** Two vectors of a full block's columns, for four rows: each element read serves four sums. */
  private void fourRows(
      int first, int pair, float[] x, int xFrom, float[] start, float[] out, int to, int stride) {
    float[] m = blocks;
    int base = begin + first * rows + pair;
    int s = first + pair;
    FloatVector left = fromArray(SPECIES, start, s);
    FloatVector right = fromArray(SPECIES, start, s + LANES);
    FloatVector left0 = left;
    FloatVector left1 = left;
    FloatVector left2 = left;
    FloatVector left3 = left;
    FloatVector right0 = right;
    FloatVector right1 = right;
    FloatVector right2 = right;
    FloatVector right3 = right;
    int second = xFrom + rows;
    int third = second + rows;
    int fourth = third + rows;
    for (int i = 0; i < rows; i++) {
      int at = base + i * BLOCK;
      FloatVector m0 = fromArray(SPECIES, m, at);
      FloatVector m1 = fromArray(SPECIES, m, at + LANES);
      FloatVector x0 = broadcast(SPECIES, x[xFrom + i]);
      left0 = m0.fma(x0, left0);
      right0 = m1.fma(x0, right0);
      FloatVector x1 = broadcast(SPECIES, x[second + i]);
      left1 = m0.fma(x1, left1);
      right1 = m1.fma(x1, right1);
      FloatVector x2 = broadcast(SPECIES, x[third + i]);
      left2 = m0.fma(x2, left2);
      right2 = m1.fma(x2, right2);
      FloatVector x3 = broadcast(SPECIES, x[fourth + i]);
      left3 = m0.fma(x3, left3);
      right3 = m1.fma(x3, right3);
    }
    int o = to + s;
    left0.intoArray(out, o);
    right0.intoArray(out, o + LANES);
    left1.intoArray(out, o + stride);
    right1.intoArray(out, o + stride + LANES);
    left2.intoArray(out, o + 2 * stride);
    right2.intoArray(out, o + 2 * stride + LANES);
    left3.intoArray(out, o + 3 * stride);
    right3.intoArray(out, o + 3 * stride + LANES);
  }
}
