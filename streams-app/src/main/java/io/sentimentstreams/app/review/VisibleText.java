package io.sentimentstreams.app.review;

/**
 * Whether a text has anything to read. White space of any kind, control and format characters, and
 * the characters that Unicode ignores by default (DerivedCoreProperties, Default_Ignorable) are
 * invisible.
 */
final class VisibleText {

  private VisibleText() {}

  /** Returns whether a text has a visible character. Stops at the first one. */
  static boolean isIn(String text) {
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (isVisible(codePoint)) {
        return true;
      }
      i += Character.charCount(codePoint);
    }
    return false;
  }

  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> !isIgnorable(codePoint);
    };
  }

  private static boolean isIgnorable(int codePoint) {
    return switch (codePoint) {
      // Combining grapheme joiner; fillers of Hangul; inherent vowels of Khmer; empty Braille cell.
      case 0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x17B4, 0x17B5, 0x2065, 0x2800 -> true;
      default ->
          (codePoint >= 0x180B && codePoint <= 0x180F)
              || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
              || (codePoint >= 0xFFF0 && codePoint <= 0xFFF8)
              || (codePoint >= 0xE0000 && codePoint <= 0xE0FFF);
    };
  }
}
