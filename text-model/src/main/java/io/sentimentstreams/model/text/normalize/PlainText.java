package io.sentimentstreams.model.text.normalize;

/** Finder of the parts of a text that the rules do not change. Stateless. */
final class PlainText {

  private static final int ASCII = 0x80;
  private static final byte LETTER_OR_DIGIT = 1;
  private static final byte OTHER = 2;

  /** Whether a character of ASCII stays; 0 for those that a rule reads. */
  private static final byte[] STAYS = new byte[ASCII];

  static {
    for (char c = ' '; c <= '~'; c++) {
      STAYS[c] = OTHER;
    }
    STAYS['\t'] = OTHER;
    STAYS['\n'] = OTHER;
    STAYS['&'] = 0;
    STAYS['<'] = 0;
    STAYS['`'] = 0;
    STAYS['\''] = 0;
    for (char c = '0'; c <= 'z'; c++) {
      if (Character.isLetterOrDigit(c)) {
        STAYS[c] = LETTER_OR_DIGIT;
      }
    }
  }

  private PlainText() {}

  /** Returns whether the rules change nothing. */
  static boolean isWhole(String text) {
    return end(text, 0) == text.length();
  }

  /**
   * Returns the position behind the plain part that begins at {@code start}. The last character
   * before another part does not belong to it, because a combining mark may follow.
   */
  static int end(String text, int start) {
    int i = start;
    while (i < text.length() && isPlain(text, i)) {
      i++;
    }
    return i == text.length() ? i : Math.max(start, i - 1);
  }

  private static boolean isPlain(String text, int i) {
    char character = text.charAt(i);
    if (character >= ASCII) {
      return false;
    }
    return STAYS[character] != 0 || (character == '\'' && isInside(text, i));
  }

  /** Returns whether an apostrophe is between letters or digits. */
  private static boolean isInside(String text, int i) {
    return i > 0
        && i + 1 < text.length()
        && isLetterOrDigit(text.charAt(i - 1))
        && isLetterOrDigit(text.charAt(i + 1));
  }

  private static boolean isLetterOrDigit(char character) {
    return character < ASCII && STAYS[character] == LETTER_OR_DIGIT;
  }
}
