package io.sentimentstreams.model.text.normalize;

/**
 * Arithmetic of Korean syllables, as in section 3.12 of the Unicode Standard: a syllable is a
 * leading consonant, a vowel, and at most one trailing consonant.
 */
final class Hangul {

  static final int FIRST_VOWEL = 0x1161;
  static final int LAST_VOWEL = 0x1175;
  static final int FIRST_TRAIL = 0x11a8;
  static final int LAST_TRAIL = 0x11c2;

  private static final int FIRST_SYLLABLE = 0xac00;
  private static final int LAST_SYLLABLE = 0xd7a3;
  private static final int FIRST_LEAD = 0x1100;
  private static final int LAST_LEAD = 0x1112;
  private static final int VOWELS = 21;

  /** Trailing consonants, and none. */
  private static final int TRAILS = 28;

  private Hangul() {}

  static boolean isSyllable(int codePoint) {
    return codePoint >= FIRST_SYLLABLE && codePoint <= LAST_SYLLABLE;
  }

  /**
   * Writes the letters of a syllable.
   *
   * @return the number of letters, 2 or 3
   */
  static int decompose(int syllable, int[] to, int at) {
    int index = syllable - FIRST_SYLLABLE;
    to[at] = FIRST_LEAD + index / (VOWELS * TRAILS);
    to[at + 1] = FIRST_VOWEL + index % (VOWELS * TRAILS) / TRAILS;
    int trail = index % TRAILS;
    if (trail == 0) {
      return 2;
    }
    to[at + 2] = FIRST_TRAIL - 1 + trail;
    return 3;
  }

  /** Returns the syllable of two parts; -1 if there is none. */
  static int compose(int first, int second) {
    if (first >= FIRST_LEAD && first <= LAST_LEAD) {
      return second >= FIRST_VOWEL && second <= LAST_VOWEL
          ? FIRST_SYLLABLE + ((first - FIRST_LEAD) * VOWELS + (second - FIRST_VOWEL)) * TRAILS
          : -1;
    }
    boolean open = isSyllable(first) && (first - FIRST_SYLLABLE) % TRAILS == 0;
    return open && second >= FIRST_TRAIL && second <= LAST_TRAIL
        ? first + second - FIRST_TRAIL + 1
        : -1;
  }
}
