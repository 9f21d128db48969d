package io.sentimentstreams.model.scoring.kernel;

/** A matrix in the layout of some kernels. Immutable and safe for use by several threads. */
public interface PackedMatrix {

  /** The number of rows, that is of the elements of a vector that it multiplies. */
  int rows();

  /** How many elements a product takes: the columns and their padding. */
  int width();

  /**
   * Products with this, which have memory of their own.
   *
   * @param stride the distance from one vector to the next
   * @param sumStride the distance from one sum to the next
   */
  MatrixProducts newProducts(int stride, int sumStride);
}
