package io.sentimentstreams.model.scoring.packed;

import java.util.Arrays;

/** Orders records by their lengths, the longest first, in memory that is kept. */
final class LengthSorter {

  private int[] order = new int[0];
  private int[] places = new int[0];

  /**
   * Orders records. It counts instead of comparing: lengths are small.
   *
   * @param lengths of the records, each at least 0
   * @param count how many records there are
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

  /** The record that stands at a place of the order. */
  int at(int place) {
    return order[place];
  }
}
