package io.sentimentstreams.quickstart;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** The width of texts on a terminal, which shows some scripts and emoji in two columns. */
final class TextWidth {

  private static final Set<UnicodeScript> WIDE =
      Set.of(
          UnicodeScript.HANGUL, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

  private static final int FIRST_FULLWIDTH = 0xFF01;
  private static final int LAST_FULLWIDTH = 0xFF60;
  private static final int FIRST_EMOJI = 0x1F300;
  private static final int LAST_EMOJI = 0x1FAFF;
  private static final String DOTS = "...";

  private TextWidth() {}

  /** Returns the number of columns of a text without control characters. */
  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  /** Returns the text, or its start and dots, in a number of columns of at least 3. */
  static String shortened(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    StringBuilder start = new StringBuilder();
    int left = columns - DOTS.length();
    for (int codePoint : text.codePoints().toArray()) {
      left -= of(codePoint);
      if (left < 0) {
        break;
      }
      start.appendCodePoint(codePoint);
    }
    return start + DOTS;
  }

  /** Returns the text with spaces after it, which fill a number of columns. */
  static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - of(text)));
  }

  private static int of(int codePoint) {
    boolean isWide =
        WIDE.contains(UnicodeScript.of(codePoint))
            || (codePoint >= FIRST_FULLWIDTH && codePoint <= LAST_FULLWIDTH)
            || (codePoint >= FIRST_EMOJI && codePoint <= LAST_EMOJI);
    return isWide ? 2 : 1;
  }
}
