package io.sentimentstreams.scoring;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A matrix cut into panels of columns, two vectors wide, each of which stands in memory row after
 * row. The number of panels is even.
 */
final class VectorMatrix implements PackedMatrix {

  private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
  private static final int LANES = SPECIES.length();

  /** The width of a panel. */
  static final int PANEL = 2 * LANES;

  private static final int UNIT = 2 * PANEL;

  private final int rows;
  private final int width;
  private final float[] panels;
  private final int begin;

  VectorMatrix(float[] values, int rows, int columns, WeightMemory memory) {
    this.rows = rows;
    width = width(columns);
    panels = memory.array();
    begin = memory.reserve(Math.multiplyExact(rows, width));
    for (int first = 0; first < columns; first += PANEL) {
      int copied = Math.min(PANEL, columns - first);
      for (int i = 0; i < rows; i++) {
        System.arraycopy(values, i * columns + first, panels, panel(first) + i * PANEL, copied);
      }
    }
  }

  static int width(int columns) {
    return (columns + UNIT - 1) / UNIT * UNIT;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int width() {
    return width;
  }

  /** Where all panels are. */
  float[] panels() {
    return panels;
  }

  /** Where the panel begins that begins with a column. */
  int panel(int column) {
    return begin + column * rows;
  }

  @Override
  public StateProducts stateProducts(int stride, int sumStride) {
    return new VectorProducts(this, stride, sumStride);
  }

  @Override
  public void products(
      float[] x, int count, float[] start, float[] out, int to, int stride, float[] scratch) {
    int quads = count / 4 * 4;
    for (int column = 0; column < width; column += PANEL) {
      for (int t = 0; t < quads; t += 4) {
        fourRows(column, x, t * rows, start, out, to + t * stride + column, stride);
      }
      for (int t = quads; t < count; t++) {
        row(column, x, t * rows, start, out, to + t * stride + column);
      }
    }
  }

  /** A panel's columns, for one row. */
  private void row(int column, float[] x, int xFrom, float[] start, float[] out, int to) {
    float[] m = panels;
    int base = panel(column);
    FloatVector left = fromArray(SPECIES, start, column);
    FloatVector right = fromArray(SPECIES, start, column + LANES);
    for (int i = 0; i < rows; i++) {
      FloatVector xi = broadcast(SPECIES, x[xFrom + i]);
      int at = base + i * PANEL;
      left = fromArray(SPECIES, m, at).fma(xi, left);
      right = fromArray(SPECIES, m, at + LANES).fma(xi, right);
    }
    left.intoArray(out, to);
    right.intoArray(out, to + LANES);
  }

  /** A panel's columns, for four rows: each element read serves four sums. */
  private void fourRows(
      int column, float[] x, int xFrom, float[] start, float[] out, int to, int stride) {
    float[] m = panels;
    int base = panel(column);
    FloatVector left = fromArray(SPECIES, start, column);
    FloatVector right = fromArray(SPECIES, start, column + LANES);
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
      int at = base + i * PANEL;
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
    left0.intoArray(out, to);
    right0.intoArray(out, to + LANES);
    left1.intoArray(out, to + stride);
    right1.intoArray(out, to + stride + LANES);
    left2.intoArray(out, to + 2 * stride);
    right2.intoArray(out, to + 2 * stride + LANES);
    left3.intoArray(out, to + 3 * stride);
    right3.intoArray(out, to + 3 * stride + LANES);
  }
}
