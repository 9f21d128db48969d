package io.sentimentstreams.trainer.vectorize;

import java.util.List;
import java.util.Map;

/** Vectorized form of one text. */
public sealed interface VectorizedRow {

  /** A dense vector. */
  @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
  record Numbers(double[] values) implements VectorizedRow {}

  /**
   * A sparse vector or matrix.
   *
   * @param shape one or two dimensions; the second is the number of columns
   * @param positions row-major positions of the nonzero numbers, ascending
   * @param values the nonzero numbers
   */
  @SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
  record Sparse(List<Integer> shape, long[] positions, double[] values) implements VectorizedRow {

    /** Returns the number of elements including zeros. */
    public long size() {
      return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** Returns all elements in row-major order. */
    public double[] dense() {
      double[] dense = new double[Math.toIntExact(size())];
      for (int i = 0; i < positions.length; i++) {
        dense[(int) positions[i]] = values[i];
      }
      return dense;
    }
  }

  /** Words in order. */
  record Words(List<String> words) implements VectorizedRow {}

  /** Words with their counts. */
  record Counts(Map<String, Integer> counts) implements VectorizedRow {}

  /** A text. */
  record Text(String text) implements VectorizedRow {}
}
