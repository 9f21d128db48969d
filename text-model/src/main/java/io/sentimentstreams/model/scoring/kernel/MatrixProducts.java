package io.sentimentstreams.model.scoring.kernel;

/**
 * Products of several vectors with one matrix. A vector's product does not depend on the other
 * vectors. Not thread-safe.
 */
public interface MatrixProducts {

  /**
   * Adds the products: {@code sums[r] += x[r] · M}.
   *
   * @param x vectors
   * @param from start of the first vector
   * @param count number of vectors, at most {@link Kernels#recordsAtOnce}
   * @param sums a row of the matrix' {@link PackedMatrix#width} for each vector
   * @param to start of the first row of sums
   * @param pass number of earlier products of the sequence; odd passes read the matrix from its
   *     end, which is still in the cache
   */
  void add(float[] x, int from, int count, float[] sums, int to, int pass);
}
