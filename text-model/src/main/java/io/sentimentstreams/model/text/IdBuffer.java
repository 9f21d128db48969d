package io.sentimentstreams.model.text;

import java.util.Arrays;

/** Growing list of token indices. Not thread-safe. */
final class IdBuffer {

  private int[] ids = new int[64];
  private int size;

  void add(int id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
    }
    ids[size++] = id;
  }

  int size() {
    return size;
  }

  /** Returns a copy of a range. */
  int[] copy(int from, int to) {
    return Arrays.copyOfRange(ids, from, to);
  }
}
