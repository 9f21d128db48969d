package io.sentimentstreams.model.text;

import java.util.Arrays;

/** Growing list of token indices. Not thread-safe. */
public final class IdBuffer {

  private int[] ids = new int[64];
  private int size;

  /** Appends an index. */
  public void add(int id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
    }
    ids[size++] = id;
  }

  /** Returns the number of indices. */
  public int size() {
    return size;
  }

  /** Returns a copy of a range. */
  public int[] copy(int from, int to) {
    return Arrays.copyOfRange(ids, from, to);
  }
}
