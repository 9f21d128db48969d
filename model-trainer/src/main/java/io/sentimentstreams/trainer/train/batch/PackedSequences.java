package io.sentimentstreams.trainer.train.batch;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Layout of a batch of sequences of unequal lengths without padding. Sequences are sorted by
 * descending length. The rows of one timestep are contiguous, with one row per active sequence.
 * Timestep t has the rows {@code offset(t)} to {@code offset(t) + active(t) - 1}, and the r-th of
 * them belongs to sequence r. Immutable.
 */
public final class PackedSequences {

  private final int[] order;
  private final int[] lengths;
  private final int[] active;
  private final int[] offsets;

  private PackedSequences(int[] order, int[] lengths) {
    this.order = order;
    this.lengths = lengths;
    int steps = lengths[0];
    active = new int[steps];
    offsets = new int[steps + 1];
    for (int length : lengths) {
      for (int t = 0; t < length; t++) {
        active[t]++;
      }
    }
    for (int t = 0; t < steps; t++) {
      offsets[t + 1] = offsets[t] + active[t];
    }
  }

  /**
   * Packs sequences.
   *
   * @param sequences at least one, each with at least one timestep
   */
  public static PackedSequences of(List<int[]> sequences) {
    int[] order =
        IntStream.range(0, sequences.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> -sequences.get(i).length))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] lengths = IntStream.of(order).map(i -> sequences.get(i).length).toArray();
    if (lengths.length == 0 || lengths[lengths.length - 1] == 0) {
      throw new IllegalArgumentException(
          "Empty batch or sequence. Provide sequences of at least one timestep.");
    }
    return new PackedSequences(order, lengths);
  }

  /** Returns the number of sequences. */
  public int sequences() {
    return order.length;
  }

  /** Returns the index of sequence r in the unsorted list. */
  public int source(int r) {
    return order[r];
  }

  /** Returns the length of sequence r. */
  public int length(int r) {
    return lengths[r];
  }

  /** Returns the length of the longest sequence. */
  public int steps() {
    return active.length;
  }

  /** Returns the number of sequences with timestep t; 0 beyond the longest. */
  public int active(int t) {
    return t < active.length ? active[t] : 0;
  }

  /** Returns the first row of timestep t. */
  public int offset(int t) {
    return offsets[t];
  }

  /** Returns the number of rows: the sum of the lengths. */
  public int rows() {
    return offsets[active.length];
  }

  /** Returns the row of the last timestep of sequence r. */
  public int lastRow(int r) {
    return offsets[lengths[r] - 1] + r;
  }
}
