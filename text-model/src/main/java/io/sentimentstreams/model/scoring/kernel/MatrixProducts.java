package io.sentimentstreams.model.scoring.kernel;

/**
 * The products of some vectors with a matrix. What a vector's product is does not depend on which
 * other vectors there are. Not thread-safe.
 */
public interface MatrixProducts {

  /**
   * Adds the products: {@code sums[r] += x[r] · M}.
   *
   * @param x the vectors
   * @param from where the first one begins
   * @param count how many, at most {@link Kernels#recordsAtOnce}
   * @param sums a row of the matrix' {@link PackedMatrix#width} for each vector
   * @param to where the first row of sums begins
   * @param pass counts the products of a sequence: every other one walks through the matrix from
   *     its end, where the cache still holds what the one before used last
   */
  void add(float[] x, int from, int count, float[] sums, int to, int pass);
}
