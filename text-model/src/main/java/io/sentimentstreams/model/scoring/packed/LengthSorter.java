package io.sentimentstreams.model.scoring.packed;

import java.util.Arrays;

/** Sorter of records by length, the longest first, in reused memory. Not thread-safe. */
final class LengthSorter {

  private int[] order = new int[0];
  private int[] places = new int[0];

  /**
   * Sorts records by counting, because lengths are small.
   *
   * @param lengths length of each record, at least 0
   * @param count number of records
   */
  void sort(int[] lengths, int count) {
    int longest = 0;
    for (int i = 0; i < count; i++) {
      longest = Math.max(longest, lengths[i]);
    }
    if (order.length < count) {
      order = new int[Math.max(count, 2 * order.length)];
    }
    if (places.length < longest + 1) {
      places = new int[Math.max(longest + 1, 2 * places.length)];
    }
    Arrays.fill(places, 0, longest + 1, 0);
    for (int i = 0; i < count; i++) {
      places[lengths[i]]++;
    }
    int before = 0;
    for (int length = longest; length >= 0; length--) {
      int same = places[length];
      places[length] = before;
      before += same;
    }
    for (int i = 0; i < count; i++) {
      order[places[lengths[i]]++] = i;
    }
  }

  /** Returns the record at a position of the sorted order. */
  int at(int place) {
    return order[place];
  }
}
