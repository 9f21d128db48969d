package io.sentimentstreams.trainer.vectorize;

import java.util.List;
import java.util.Map;

/** What is made of one text. */
public sealed interface VectorizedRow {

  /** Numbers, as many as they are. */
  @SuppressWarnings("ArrayRecordComponent") // Made, written and forgotten.
  record Numbers(double[] values) implements VectorizedRow {}

  /**
   * Numbers of which most are 0.
   *
   * @param shape one or two lengths; of two the second is that of a row
   * @param positions of the others in row-major order, ascending
   * @param values at these positions
   */
  @SuppressWarnings("ArrayRecordComponent") // Made, written and forgotten.
  record Sparse(List<Integer> shape, long[] positions, double[] values) implements VectorizedRow {

    /** How many numbers there are, zeros too. */
    public long size() {
      return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /** All numbers, row-major. */
    public double[] dense() {
      double[] dense = new double[Math.toIntExact(size())];
      for (int i = 0; i < positions.length; i++) {
        dense[(int) positions[i]] = values[i];
      }
      return dense;
    }
  }

  /** Words, in order. */
  record Words(List<String> words) implements VectorizedRow {}

  /** Words and how often each was there. */
  record Counts(Map<String, Integer> counts) implements VectorizedRow {}

  /** A text. */
  record Text(String text) implements VectorizedRow {}
}
