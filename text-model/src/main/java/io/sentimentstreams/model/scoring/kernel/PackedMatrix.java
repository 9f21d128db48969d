package io.sentimentstreams.model.scoring.kernel;

/** A matrix in the layout of one kind of kernels. Immutable and thread-safe. */
public interface PackedMatrix {

  /** Returns the number of rows, which is the length of the vectors that it multiplies. */
  int rows();

  /** Returns the width of a product: columns and padding. */
  int width();

  /**
   * Creates products with this matrix, with scratch memory of their own.
   *
   * @param stride distance between vectors
   * @param sumStride distance between sums
   */
  MatrixProducts newProducts(int stride, int sumStride);
}
