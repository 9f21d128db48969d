package io.sentimentstreams.model.text.normalize;

import java.util.Arrays;

/** A byte per code point, in pages; pages without a value share one. */
final class PageTable {

  private static final int BITS = 8;
  private static final int SIZE = 1 << BITS;

  private final byte[] empty = new byte[SIZE];
  private final byte[][] pages = new byte[(Character.MAX_CODE_POINT + 1) >> BITS][];

  PageTable() {
    Arrays.fill(pages, empty);
  }

  /** Sets the value of a range, both ends included. */
  void set(int first, int last, int value) {
    for (int codePoint = first; codePoint <= last; codePoint++) {
      int page = codePoint >> BITS;
      if (pages[page] == empty) {
        pages[page] = new byte[SIZE];
      }
      pages[page][codePoint & (SIZE - 1)] = (byte) value;
    }
  }

  /** Returns the value of a code point, 0 to 255; 0 if none was set. */
  int get(int codePoint) {
    return pages[codePoint >> BITS][codePoint & (SIZE - 1)] & 0xff;
  }
}
