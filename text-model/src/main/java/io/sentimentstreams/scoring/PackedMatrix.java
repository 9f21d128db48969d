package io.sentimentstreams.scoring;

/** A matrix in the layout of some kernels. Immutable and safe for use by several threads. */
interface PackedMatrix {

  /** The number of rows, that is of the elements of a vector that it multiplies. */
  int rows();

  /** How many elements a product takes: the columns and their padding. */
  int width();

  /**
   * Many rows times this: {@code out[t] = start + x[t] · M}.
   *
   * @param x the rows, {@link #rows} elements each, side by side
   * @param count how many
   * @param start what each product is added to, {@link #width} elements
   * @param out the products, {@code stride} elements from one to the next
   * @param to where the first product begins
   * @param stride at least {@link #width}
   * @param scratch {@link #width} elements to work with
   */
  void products(
      float[] x, int count, float[] start, float[] out, int to, int stride, float[] scratch);

  /**
   * Products of hidden states with this, which have memory of their own.
   *
   * @param stride the distance from one state to the next
   * @param sumStride the distance from one sum to the next
   */
  StateProducts stateProducts(int stride, int sumStride);
}
