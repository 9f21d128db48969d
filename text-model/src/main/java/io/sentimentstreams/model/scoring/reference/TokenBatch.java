package io.sentimentstreams.model.scoring.reference;

import io.sentimentstreams.model.network.Embedding;
import java.util.Arrays;

/**
 * Token indices of several records, one record after another, without masked ones, in reused
 * memory. Stages keep that order: a record's timesteps start at {@link #begin} in every sequence.
 */
public final class TokenBatch {

  private final int bound;
  private final boolean maskZero;
  private int[] ids = new int[0];
  private int[] ends = new int[1];
  private int records;
  private int steps;

  public TokenBatch(Embedding embedding) {
    bound = embedding.inputDim();
    maskZero = embedding.maskZero();
  }

  /** Replaces all records by one. */
  public void accept(int[] given, int length) {
    clear();
    add(given, length);
  }

  /** Removes all records. */
  public void clear() {
    records = 0;
    steps = 0;
  }

  /**
   * Adds a record.
   *
   * @throws IllegalArgumentException if the embedding has no vector for one of its indices
   */
  public void add(int[] given, int length) {
    if (ids.length < steps + length) {
      ids = Arrays.copyOf(ids, Math.max(steps + length, 2 * ids.length));
    }
    if (ends.length == records) {
      ends = Arrays.copyOf(ends, 2 * records);
    }
    for (int t = 0; t < length; t++) {
      int id = given[t];
      if (id < 0 || id >= bound) {
        throw new IllegalArgumentException(
            "token index %d at timestep %d must be 0 to %d".formatted(id, t, bound - 1));
      }
      if (counts(id)) {
        ids[steps++] = id;
      }
    }
    ends[records++] = steps;
  }

  /** Returns the number of timesteps that a record would have. */
  public int count(int[] given, int length) {
    int count = 0;
    for (int t = 0; t < length; t++) {
      count += counts(given[t]) ? 1 : 0;
    }
    return count;
  }

  private boolean counts(int id) {
    return id != 0 || !maskZero;
  }

  public int records() {
    return records;
  }

  /** Returns the number of timesteps of all records. */
  public int steps() {
    return steps;
  }

  /** Returns the timestep at which a record starts. */
  public int begin(int record) {
    return record == 0 ? 0 : ends[record - 1];
  }

  /** Returns the number of timesteps of one record. */
  public int steps(int record) {
    return ends[record] - begin(record);
  }

  public int id(int step) {
    return ids[step];
  }
}
