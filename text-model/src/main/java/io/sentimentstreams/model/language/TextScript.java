package io.sentimentstreams.model.language;

import java.lang.Character.UnicodeScript;

/**
 * The script that most letters of a text have. It allocates nothing and reads at most {@value
 * #MAX_LETTERS} letters and {@value #MAX_CHARS} UTF-16 code units.
 *
 * <p>Katakana counts as Hiragana. A letter of Hangul, Han or Kana counts as three, because it is a
 * syllable or a word: the text "iPhone 좋아요" is Korean. Among letters of Japanese, a tenth of Kana
 * is enough for Hiragana, because Chinese has none.
 */
public final class TextScript {

  /** The number of letters after which reading stops. */
  public static final int MAX_LETTERS = 200;

  /** The number of UTF-16 code units after which reading stops. */
  public static final int MAX_CHARS = 2_000;

  private static final int SYLLABLE = 3;
  private static final int KANA_SHARE = 10;

  private TextScript() {}

  /**
   * Returns the script of more than half of the letters.
   *
   * @return {@link UnicodeScript#COMMON} if there is no letter, or no script has more than half
   */
  public static UnicodeScript of(CharSequence text) {
    UnicodeScript majority = UnicodeScript.COMMON;
    int votes = 0;
    int total = 0;
    int han = 0;
    int kana = 0;
    int letters = 0;
    int end = Math.min(text.length(), MAX_CHARS);
    int stop = end;
    for (int i = 0; i < end; ) {
      int letter = Character.codePointAt(text, i);
      i += Character.charCount(letter);
      UnicodeScript script = scriptOf(letter);
      if (script == UnicodeScript.COMMON) {
        continue;
      }
      int weight = weight(script);
      total += weight;
      han += script == UnicodeScript.HAN ? 1 : 0;
      kana += script == UnicodeScript.HIRAGANA ? 1 : 0;
      // The majority vote of Boyer and Moore: only its winner can have more than half.
      if (votes == 0) {
        majority = script;
      }
      votes = script == majority ? votes + weight : votes - weight;
      if (votes < 0) {
        majority = script;
        votes = -votes;
      }
      letters++;
      if (letters == MAX_LETTERS) {
        stop = i;
        break;
      }
    }
    if (kana * KANA_SHARE >= han + kana && 2 * SYLLABLE * (han + kana) > total) {
      return UnicodeScript.HIRAGANA;
    }
    return votes == total || 2 * weightOf(majority, text, stop) > total
        ? majority
        : UnicodeScript.COMMON;
  }

  private static int weightOf(UnicodeScript script, CharSequence text, int end) {
    int sum = 0;
    for (int i = 0; i < end; ) {
      int letter = Character.codePointAt(text, i);
      i += Character.charCount(letter);
      if (scriptOf(letter) == script) {
        sum += weight(script);
      }
    }
    return sum;
  }

  private static int weight(UnicodeScript script) {
    return script == UnicodeScript.HANGUL
            || script == UnicodeScript.HAN
            || script == UnicodeScript.HIRAGANA
        ? SYLLABLE
        : 1;
  }

  /** Returns COMMON for what is not a letter of one script. */
  private static UnicodeScript scriptOf(int c) {
    if (c < 0x80) {
      return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? UnicodeScript.LATIN : UnicodeScript.COMMON;
    }
    if (c >= 0xAC00 && c <= 0xD7A3) {
      return UnicodeScript.HANGUL;
    }
    if (!Character.isLetter(c)) {
      return UnicodeScript.COMMON;
    }
    UnicodeScript script = UnicodeScript.of(c);
    return switch (script) {
      case KATAKANA -> UnicodeScript.HIRAGANA;
      case INHERITED, UNKNOWN -> UnicodeScript.COMMON;
      default -> script;
    };
  }
}
