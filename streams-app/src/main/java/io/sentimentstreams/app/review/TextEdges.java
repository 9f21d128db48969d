package io.sentimentstreams.app.review;

/** Byte order marks and carriage returns at the edges of a text, which tools leave behind. */
final class TextEdges {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TextEdges() {}

  /** Removes marks and carriage returns from the white space at both edges, which stays. */
  static String withoutMarks(String text) {
    int start = 0;
    while (start < text.length() && isEdge(text.charAt(start))) {
      start++;
    }
    int end = text.length();
    while (end > start && isEdge(text.charAt(end - 1))) {
      end--;
    }
    if (hasMark(text, 0, start) || hasMark(text, end, text.length())) {
      return kept(text, 0, start) + text.substring(start, end) + kept(text, end, text.length());
    }
    return text;
  }

  private static boolean isEdge(char c) {
    return c == BYTE_ORDER_MARK || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isMark(char c) {
    return c == BYTE_ORDER_MARK || c == '\r';
  }

  private static boolean hasMark(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isMark(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static String kept(String text, int from, int to) {
    StringBuilder kept = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (!isMark(text.charAt(i))) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }
}
