package io.sentimentstreams.scoring;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of states with a {@link VectorMatrix}. Records go in fives, two vectors of sums for
 * each, so that a vector of weights that was read serves five sums; what is left over goes one by
 * one, eight vectors of sums at a time, as many as hide the latency of the multiply-adds. Each sum
 * is made in the order of the matrix' rows, whichever way it goes.
 *
 * <p>The states of the fives are turned on their side first: unit after unit, a panel's width from
 * one to the next, with the records side by side. So one loop variable serves weights and states
 * alike and its step is as wide as a panel. That is what the just-in-time compiler needs to check
 * the bounds of both before the loop and, taking the step as it finds it, not to unroll the loop
 * until its registers are too few.
 */
final class VectorProducts implements StateProducts {

  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int LANES = SPECIES.length();
  private static final int PANEL = VectorMatrix.PANEL;
  private static final int BLOCK = 4 * PANEL;
  private static final int HALF = 2 * PANEL;
  private static final int FIVE = 5;

  /** As many fives as stand side by side in a panel's width. */
  static final int RECORDS = Math.max(1, PANEL / FIVE * FIVE);

  private final VectorMatrix matrix;
  private final int rows;
  private final int stride;
  private final int sumStride;
  private final float[] turned;

  VectorProducts(VectorMatrix matrix, int stride, int sumStride) {
    this.matrix = matrix;
    rows = matrix.rows();
    this.stride = stride;
    this.sumStride = sumStride;
    turned = new float[rows * PANEL];
  }

  @Override
  public void add(float[] states, int count, float[] sums, int to, int pass) {
    int inFives = count / FIVE * FIVE;
    turn(states, inFives);
    int width = matrix.width();
    int full = width / BLOCK;
    boolean half = full * BLOCK < width;
    if ((pass & 1) == 0) {
      for (int b = 0; b < full; b++) {
        block(b * BLOCK, states, inFives, count, sums, to);
      }
    }
    if (half) {
      half(full * BLOCK, states, inFives, count, sums, to);
    }
    if ((pass & 1) == 1) {
      for (int b = full - 1; b >= 0; b--) {
        block(b * BLOCK, states, inFives, count, sums, to);
      }
    }
  }

  private void turn(float[] states, int inFives) {
    float[] t = turned;
    for (int r = 0; r < inFives; r++) {
      int from = r * stride;
      for (int i = 0; i < rows; i++) {
        t[i * PANEL + r] = states[from + i];
      }
    }
  }

  private void block(
      int column, float[] states, int inFives, int count, float[] sums, int to) {
    for (int c = column; c < column + BLOCK && inFives > 0; c += PANEL) {
      fives(c, inFives, sums, to);
    }
    for (int r = inFives; r < count; r++) {
      blockOfOne(column, states, r * stride, sums, to + r * sumStride + column);
    }
  }

  private void half(
      int column, float[] states, int inFives, int count, float[] sums, int to) {
    for (int c = column; c < column + HALF && inFives > 0; c += PANEL) {
      fives(c, inFives, sums, to);
    }
    for (int r = inFives; r < count; r++) {
      halfOfOne(column, states, r * stride, sums, to + r * sumStride + column);
    }
  }

  private void fives(int column, int inFives, float[] sums, int to) {
    for (int r = 0; r < inFives; r += FIVE) {
      panelOfFive(column, r, sums, to + r * sumStride + column);
    }
  }

  private void panelOfFive(int column, int record, float[] sums, int to) {
    float[] m = matrix.panels();
    float[] x = turned;
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
      FloatVector x0 = broadcast(SPECIES, x[record + i]);
      left0 = m0.fma(x0, left0);
      right0 = m1.fma(x0, right0);
      FloatVector x1 = broadcast(SPECIES, x[record + i + 1]);
      left1 = m0.fma(x1, left1);
      right1 = m1.fma(x1, right1);
      FloatVector x2 = broadcast(SPECIES, x[record + i + 2]);
      left2 = m0.fma(x2, left2);
      right2 = m1.fma(x2, right2);
      FloatVector x3 = broadcast(SPECIES, x[record + i + 3]);
      left3 = m0.fma(x3, left3);
      right3 = m1.fma(x3, right3);
      FloatVector x4 = broadcast(SPECIES, x[record + i + 4]);
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

  private void blockOfOne(int column, float[] states, int from, float[] sums, int to) {
    float[] m = matrix.panels();
    int base0 = matrix.panel(column);
    int base1 = matrix.panel(column + PANEL);
    int base2 = matrix.panel(column + 2 * PANEL);
    int base3 = matrix.panel(column + 3 * PANEL);
    FloatVector y0 = fromArray(SPECIES, sums, to);
    FloatVector y1 = fromArray(SPECIES, sums, to + LANES);
    FloatVector y2 = fromArray(SPECIES, sums, to + 2 * LANES);
    FloatVector y3 = fromArray(SPECIES, sums, to + 3 * LANES);
    FloatVector y4 = fromArray(SPECIES, sums, to + 4 * LANES);
    FloatVector y5 = fromArray(SPECIES, sums, to + 5 * LANES);
    FloatVector y6 = fromArray(SPECIES, sums, to + 6 * LANES);
    FloatVector y7 = fromArray(SPECIES, sums, to + 7 * LANES);
    for (int i = 0; i < rows; i++) {
      FloatVector x = broadcast(SPECIES, states[from + i]);
      int at = i * PANEL;
      y0 = fromArray(SPECIES, m, base0 + at).fma(x, y0);
      y1 = fromArray(SPECIES, m, base0 + at + LANES).fma(x, y1);
      y2 = fromArray(SPECIES, m, base1 + at).fma(x, y2);
      y3 = fromArray(SPECIES, m, base1 + at + LANES).fma(x, y3);
      y4 = fromArray(SPECIES, m, base2 + at).fma(x, y4);
      y5 = fromArray(SPECIES, m, base2 + at + LANES).fma(x, y5);
      y6 = fromArray(SPECIES, m, base3 + at).fma(x, y6);
      y7 = fromArray(SPECIES, m, base3 + at + LANES).fma(x, y7);
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

  private void halfOfOne(int column, float[] states, int from, float[] sums, int to) {
    float[] m = matrix.panels();
    int base0 = matrix.panel(column);
    int base1 = matrix.panel(column + PANEL);
    FloatVector y0 = fromArray(SPECIES, sums, to);
    FloatVector y1 = fromArray(SPECIES, sums, to + LANES);
    FloatVector y2 = fromArray(SPECIES, sums, to + 2 * LANES);
    FloatVector y3 = fromArray(SPECIES, sums, to + 3 * LANES);
    for (int i = 0; i < rows; i++) {
      FloatVector x = broadcast(SPECIES, states[from + i]);
      int at = i * PANEL;
      y0 = fromArray(SPECIES, m, base0 + at).fma(x, y0);
      y1 = fromArray(SPECIES, m, base0 + at + LANES).fma(x, y1);
      y2 = fromArray(SPECIES, m, base1 + at).fma(x, y2);
      y3 = fromArray(SPECIES, m, base1 + at + LANES).fma(x, y3);
    }
    y0.intoArray(sums, to);
    y1.intoArray(sums, to + LANES);
    y2.intoArray(sums, to + 2 * LANES);
    y3.intoArray(sums, to + 3 * LANES);
  }
}
