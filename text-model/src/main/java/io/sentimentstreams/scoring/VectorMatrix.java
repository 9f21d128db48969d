package io.sentimentstreams.scoring;

/**
 * A matrix that lies in memory twice, because one vector and several ask for different orders: cut
 * into blocks of columns, eight vectors wide and the last one possibly four, and cut into panels,
 * two vectors wide. Blocks and panels stand row after row.
 */
final class VectorMatrix implements PackedMatrix {

  private static final int LANES = VectorKernels.SPECIES.length();

  static final int PANEL = 2 * LANES;
  static final int HALF = 4 * LANES;
  static final int BLOCK = 8 * LANES;

  private final int rows;
  private final int width;
  private final float[] weights;
  private final int blocks;
  private final int panels;

  VectorMatrix(float[] values, int rows, int columns, WeightMemory memory) {
    this.rows = rows;
    width = width(columns);
    weights = memory.array();
    blocks = memory.reserve(Math.multiplyExact(rows, width));
    panels = memory.reserve(Math.multiplyExact(rows, width));
    for (int first = 0; first < columns; first += BLOCK) {
      copy(values, columns, first, Math.min(BLOCK, width - first), block(first));
    }
    for (int first = 0; first < columns; first += PANEL) {
      copy(values, columns, first, PANEL, panel(first));
    }
  }

  private void copy(float[] values, int columns, int first, int pieceWidth, int to) {
    int copied = Math.min(pieceWidth, columns - first);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(values, i * columns + first, weights, to + i * pieceWidth, copied);
    }
  }

  static int width(int columns) {
    return (columns + HALF - 1) / HALF * HALF;
  }

  static long size(int rows, int columns) {
    return 2 * WeightMemory.sizeOf((long) rows * width(columns));
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int width() {
    return width;
  }

  /** Where all blocks and panels are. */
  float[] weights() {
    return weights;
  }

  /** Where the block begins that begins with a column. */
  int block(int column) {
    return blocks + column * rows;
  }

  /** Where the panel begins that begins with a column. */
  int panel(int column) {
    return panels + column * rows;
  }

  @Override
  public MatrixProducts newProducts(int stride, int sumStride) {
    return new VectorProducts(this, stride, sumStride);
  }
}
