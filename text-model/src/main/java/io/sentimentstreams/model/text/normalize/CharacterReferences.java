package io.sentimentstreams.model.text.normalize;

import java.util.Locale;
import org.jsoup.nodes.Entities;

/**
 * Decoder of the character references of HTML: by name, or by a decimal or hexadecimal number.
 * References whose ampersand was escaped again are decoded too. An ampersand that begins no
 * reference stays. Not thread-safe: one per text.
 */
final class CharacterReferences {

  /** Longest name of HTML, {@code CounterClockwiseContourIntegral}, and one. */
  private static final int MAX_NAME = 32;

  private static final int NOT_A_REFERENCE = -1;

  /** Names that texts often have, which may miss their semicolon. */
  private static final String[] COMMON = {"amp", "lt", "gt", "quot", "nbsp"};

  private static final String COMMON_VALUES = "&<>\"\u00a0";

  /** Smallest number that may miss its semicolon: below are controls, and {@code "&#1 fan"}. */
  private static final int FIRST_PRINTABLE = 0x20;

  /** Meaning of the numbers 128 to 159 in HTML. */
  private static final String WINDOWS_1252 =
      "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d"
          + "\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153"
          + "\u009d\u017e\u0178";

  private static final int FIRST_WINDOWS = 0x80;

  private final String text;
  private final int[] codes = new int[2];
  private int count;

  CharacterReferences(String text) {
    this.text = text;
  }

  /** Appends the decoded text. */
  void decode(TextBuffer to) {
    for (int i = 0; i < text.length(); ) {
      char character = text.charAt(i);
      int end = character == '&' ? read(i + 1) : NOT_A_REFERENCE;
      if (end == NOT_A_REFERENCE) {
        to.append(character, i, i + 1);
        i++;
        continue;
      }
      while (count == 1 && codes[0] == '&') {
        int next = read(end);
        if (next == NOT_A_REFERENCE) {
          codes[0] = '&';
          count = 1;
          break;
        }
        end = next;
      }
      for (int code = 0; code < count; code++) {
        to.appendCodePoint(codes[code], i, end);
      }
      i = end;
    }
  }

  /**
   * Reads a reference behind its ampersand into {@link #codes}.
   *
   * @return the position behind it, or {@link #NOT_A_REFERENCE}
   */
  private int read(int at) {
    return at < text.length() && text.charAt(at) == '#' ? readNumber(at + 1) : readName(at);
  }

  private int readNumber(int at) {
    boolean hexadecimal = at < text.length() && (text.charAt(at) | 0x20) == 'x';
    int radix = hexadecimal ? 16 : 10;
    int first = hexadecimal ? at + 1 : at;
    int end = first;
    int value = 0;
    while (end < text.length() && text.charAt(end) < 0x80) {
      int digit = Character.digit(text.charAt(end), radix);
      if (digit < 0) {
        break;
      }
      value = Math.min(value * radix + digit, Character.MAX_CODE_POINT + 1);
      end++;
    }
    boolean closed = end < text.length() && text.charAt(end) == ';';
    if (end == first || (!closed && value < FIRST_PRINTABLE)) {
      return NOT_A_REFERENCE;
    }
    codes[0] = meaning(value);
    count = 1;
    return closed ? end + 1 : end;
  }

  private static int meaning(int number) {
    int windows = number - FIRST_WINDOWS;
    if (windows >= 0 && windows < WINDOWS_1252.length()) {
      return WINDOWS_1252.charAt(windows);
    }
    boolean character =
        number <= Character.MAX_CODE_POINT
            && (number < Character.MIN_SURROGATE || number > Character.MAX_SURROGATE);
    return character ? number : 0xfffd;
  }

  private int readName(int at) {
    int end = at;
    while (end < text.length() && end - at < MAX_NAME && isInName(text.charAt(end))) {
      end++;
    }
    boolean closed = end < text.length() && text.charAt(end) == ';';
    if (end == at || (end < text.length() && !closed && text.charAt(end) == '=')) {
      return NOT_A_REFERENCE;
    }
    for (int i = 0; i < COMMON.length; i++) {
      if (COMMON[i].length() == end - at && text.regionMatches(true, at, COMMON[i], 0, end - at)) {
        codes[0] = COMMON_VALUES.charAt(i);
        count = 1;
        return closed ? end + 1 : end;
      }
    }
    return closed && hasMeaning(text.substring(at, end)) ? end + 1 : NOT_A_REFERENCE;
  }

  private boolean hasMeaning(String name) {
    count = Entities.codepointsForName(name, codes);
    if (count == 0) {
      count = Entities.codepointsForName(name.toLowerCase(Locale.ROOT), codes);
    }
    return count > 0;
  }

  private static boolean isInName(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9');
  }
}
