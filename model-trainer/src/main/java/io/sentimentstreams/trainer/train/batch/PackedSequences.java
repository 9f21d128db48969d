package io.sentimentstreams.trainer.train.batch;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The geometry of a batch of sequences of unequal length, without any padding: sequences are sorted
 * from long to short, and the rows of one timestep stand together, one row for each sequence that
 * is still running. So timestep t owns the rows {@code offset(t)} to {@code offset(t) + active(t) -
 * 1}, and sequence r stands in the r-th of them. Immutable.
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
      throw new IllegalArgumentException("a batch needs sequences of at least one timestep");
    }
    return new PackedSequences(order, lengths);
  }

  /** The number of sequences. */
  public int sequences() {
    return order.length;
  }

  /** The place in the caller's list of the sequence that stands in row r of each timestep. */
  public int source(int r) {
    return order[r];
  }

  /** The length of the sequence in row r. */
  public int length(int r) {
    return lengths[r];
  }

  /** The length of the longest sequence. */
  public int steps() {
    return active.length;
  }

  /** How many sequences have a timestep t; 0 past the longest. */
  public int active(int t) {
    return t < active.length ? active[t] : 0;
  }

  /** The first row of timestep t. */
  public int offset(int t) {
    return offsets[t];
  }

  /** All rows: the sum of the lengths. */
  public int rows() {
    return offsets[active.length];
  }

  /** The row of the last timestep of the sequence in row r. */
  public int lastRow(int r) {
    return offsets[lengths[r] - 1] + r;
  }
}
