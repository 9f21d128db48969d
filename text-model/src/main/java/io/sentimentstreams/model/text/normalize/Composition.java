package io.sentimentstreams.model.text.normalize;

import java.util.Arrays;

/**
 * A character with the marks after it, brought into normalization form KC (Unicode Standard Annex
 * 15): full-width and styled letters become plain, and marks are composed with their letter. Not
 * thread-safe: one per text.
 */
final class Composition {

  /**
   * Maximum number of marks that are read after a character; more are dropped, because their order
   * is computed in quadratic time.
   */
  private static final int MAX_LENGTH = 64;

  private final Characters table;
  private int[] codes = new int[4 * MAX_LENGTH];
  private int raw;
  private int size;
  private boolean plain = true;

  Composition(Characters table) {
    this.table = table;
  }

  boolean isEmpty() {
    return raw == 0;
  }

  /** Adds a code point: the first one, or one that is bound back. */
  void add(int codePoint) {
    if (raw == MAX_LENGTH) {
      return;
    }
    plain &= raw == 0 && !table.isBoundBack(codePoint) && !table.decomposes(codePoint);
    raw++;
    if (plain) {
      codes[size++] = codePoint;
      return;
    }
    if (raw == 2 && Hangul.isSyllable(codes[0])) {
      size = Hangul.decompose(codes[0], codes, 0);
    }
    addDecomposed(codePoint);
  }

  private void addDecomposed(int codePoint) {
    int[] parts = table.decomposition(codePoint);
    if (size + parts.length + 1 > codes.length) {
      codes = Arrays.copyOf(codes, 2 * codes.length);
    }
    if (parts.length == 0) {
      addOrdered(codePoint);
      return;
    }
    for (int part : parts) {
      addOrdered(part);
    }
  }

  /** Adds a code point in canonical order: behind those of no higher class. */
  private void addOrdered(int codePoint) {
    int at = size++;
    int order = table.combiningClass(codePoint);
    if (order != 0) {
      while (at > 0 && table.combiningClass(codes[at - 1]) > order) {
        codes[at] = codes[at - 1];
        at--;
      }
    }
    codes[at] = codePoint;
  }

  /** Composes what was added. */
  void compose() {
    if (plain || size < 2) {
      return;
    }
    int starter = 0;
    int kept = 1;
    int last = table.combiningClass(codes[0]) == 0 ? 0 : Integer.MAX_VALUE;
    for (int i = 1; i < size; i++) {
      int codePoint = codes[i];
      int order = table.combiningClass(codePoint);
      int composite = last == 0 || last < order ? composite(codes[starter], codePoint) : -1;
      if (composite >= 0) {
        codes[starter] = composite;
        continue;
      }
      if (order == 0) {
        starter = kept;
      }
      last = order;
      codes[kept++] = codePoint;
    }
    size = kept;
  }

  private int composite(int first, int second) {
    int syllable = Hangul.compose(first, second);
    return syllable >= 0 ? syllable : table.composite(first, second);
  }

  /** Returns the number of composed code points. */
  int size() {
    return size;
  }

  /** Returns a composed code point. */
  int get(int i) {
    return codes[i];
  }

  void clear() {
    raw = 0;
    size = 0;
    plain = true;
  }
}
