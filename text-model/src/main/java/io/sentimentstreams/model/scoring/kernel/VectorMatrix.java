package io.sentimentstreams.model.scoring.kernel;

/**
 * A matrix stored in two orders: blocks for one vector and panels for several. A block is eight
 * SIMD vectors wide; the last one can be twelve, or four if it is the only one. A panel is two
 * wide. The rows of a block or panel are contiguous.
 */
final class VectorMatrix implements PackedMatrix {

  private static final int LANES = VectorKernels.SPECIES.length();

  static final int PANEL = 2 * LANES;
  static final int SMALL = 4 * LANES;
  static final int BLOCK = 8 * LANES;
  static final int LARGE = 12 * LANES;

  private final int rows;
  private final int width;
  private final float[] weights;
  private final int blocksBegin;
  private final int panelsBegin;

  VectorMatrix(float[] values, int rows, int columns, WeightArena memory) {
    this.rows = rows;
    width = width(columns);
    weights = memory.array();
    blocksBegin = memory.reserve(Math.multiplyExact(rows, width));
    panelsBegin = memory.reserve(Math.multiplyExact(rows, width));
    for (int b = 0; b < blocks(); b++) {
      int first = b * BLOCK;
      int blockWidth = b + 1 < blocks() ? BLOCK : width - first;
      copy(values, columns, first, blockWidth, block(first));
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
    return (columns + SMALL - 1) / SMALL * SMALL;
  }

  static long size(int rows, int columns) {
    return 2 * WeightArena.sizeOf((long) rows * width(columns));
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int width() {
    return width;
  }

  /** Returns the array with all blocks and panels. */
  float[] weights() {
    return weights;
  }

  /** Returns the number of blocks. */
  int blocks() {
    return Math.max(1, width / BLOCK);
  }

  /** Returns the start of the block whose first column is given. */
  int block(int column) {
    return blocksBegin + column * rows;
  }

  /** Returns the start of the panel whose first column is given. */
  int panel(int column) {
    return panelsBegin + column * rows;
  }

  @Override
  public MatrixProducts newProducts(int stride, int sumStride) {
    return new VectorProducts(this, stride, sumStride);
  }
}
