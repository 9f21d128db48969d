package io.sentimentstreams.scoring;

/**
 * The products of a recurrence's hidden states, one row for each record, with a matrix. The sums of
 * a record do not depend on which other records there are. Not thread-safe.
 */
interface StateProducts {

  /**
   * Adds the products: {@code sums[r] += states[r] · M}.
   *
   * @param states from the first element on
   * @param count the number of records, at most {@link Kernels#recordsAtOnce}
   * @param sums a row of the matrix' {@link PackedMatrix#width} for each record
   * @param to where the first row of sums begins
   * @param pass counts the products of a sequence: every other one walks through the matrix from
   *     its end, where the cache still holds what the one before used last
   */
  void add(float[] states, int count, float[] sums, int to, int pass);
}
