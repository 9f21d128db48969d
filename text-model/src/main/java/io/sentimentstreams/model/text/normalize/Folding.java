package io.sentimentstreams.model.text.normalize;

/**
 * Optional rules for the words of normal text: one form of elongated words, and the words of
 * hashtags. Immutable and thread-safe.
 *
 * @param elongated whether three or more equal letters in a row become two
 * @param hashtags whether {@code #BestMovie} becomes {@code Best Movie}
 */
record Folding(boolean elongated, boolean hashtags) {

  private static final int MAX_RUN = 2;
  private static final String ROMAN = "IVXivx";

  /** Last code point whose case the rules read: Latin, Greek, Cyrillic and Armenian letters. */
  private static final int LAST_CASED = 0x5ff;

  private static final int NO_CHARACTER = -1;

  boolean isEmpty() {
    return !elongated && !hashtags;
  }

  /** Returns whether a text that no other rule changes may change. */
  boolean mayChange(String text) {
    if (hashtags && text.indexOf('#') >= 0) {
      return true;
    }
    for (int i = 2; elongated && i < text.length(); i++) {
      char letter = text.charAt(i);
      if (isLetter(letter)
          && isSame(letter, text.charAt(i - 1))
          && isSame(letter, text.charAt(i - 2))) {
        return true;
      }
    }
    return false;
  }

  /** Appends a normal text with these rules. */
  void apply(TextBuffer text, TextBuffer to) {
    boolean hashtag = false;
    for (int i = 0; i < text.size(); ) {
      if (!isInWord(text, i)) {
        hashtag = hashtags && startsHashtag(text, i);
        if (hashtag) {
          to.appendSpace(text, i);
        } else {
          to.append(text, i);
        }
        i++;
        continue;
      }
      int end = wordEnd(text, i);
      while (hashtag && i < end) {
        int part = partEnd(text, i, end);
        word(text, i, part, to);
        if (part < end) {
          to.appendSpace(text, part);
        }
        i = part;
      }
      word(text, i, end, to);
      hashtag = false;
      i = end;
    }
  }

  private static boolean startsHashtag(TextBuffer text, int i) {
    return text.charAt(i) == '#'
        && i + 1 < text.size()
        && kind(text.codePointAt(i + 1)) == CharacterKind.WORD
        && (i == 0 || !isInWord(text, start(text, i - 1)));
  }

  /** Returns the position of the character that this code unit belongs to. */
  private static int start(TextBuffer text, int i) {
    boolean second =
        i > 0
            && Character.isLowSurrogate(text.charAt(i))
            && Character.isHighSurrogate(text.charAt(i - 1));
    return second ? i - 1 : i;
  }

  private static int wordEnd(TextBuffer text, int start) {
    int i = start;
    while (i < text.size() && isInWord(text, i)) {
      i += Character.charCount(text.codePointAt(i));
    }
    return i;
  }

  private void word(TextBuffer text, int start, int end, TextBuffer to) {
    boolean roman = elongated && isRoman(text, start, end);
    int before = NO_CHARACTER;
    int run = 0;
    for (int i = start; i < end; ) {
      int code = text.codePointAt(i);
      int next = i + Character.charCount(code);
      run = isSame(code, before) ? run + 1 : 1;
      boolean third = run == MAX_RUN + 1 && (next == end || !isSame(text.codePointAt(next), code));
      if (!elongated || run <= MAX_RUN || !isLetter(code) || (roman && third)) {
        for (int unit = i; unit < next; unit++) {
          to.append(text, unit);
        }
      }
      before = code;
      i = next;
    }
  }

  /** Returns whether a word may be a Roman numeral such as III. */
  private static boolean isRoman(TextBuffer text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (ROMAN.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the end of the part of a hashtag that begins at {@code start}. */
  private static int partEnd(TextBuffer text, int start, int end) {
    int before = text.codePointAt(start);
    for (int i = start + Character.charCount(before); i < end; ) {
      int code = text.codePointAt(i);
      int next = i + Character.charCount(code);
      if (isBoundary(before, code, next < end ? text.codePointAt(next) : NO_CHARACTER)) {
        return i;
      }
      before = code;
      i = next;
    }
    return end;
  }

  private static boolean isBoundary(int before, int code, int after) {
    if (kind(code) == CharacterKind.MARK) {
      return false;
    }
    if ((kind(code) == CharacterKind.NUMBER) != (kind(before) == CharacterKind.NUMBER)) {
      return true;
    }
    return isUpper(code) && (!isUpper(before) || isLower(after));
  }

  private static boolean isUpper(int code) {
    return code <= LAST_CASED && Character.isUpperCase(code);
  }

  private static boolean isLower(int code) {
    return code >= 0 && code <= LAST_CASED && Character.isLowerCase(code);
  }

  private static boolean isInWord(TextBuffer text, int i) {
    return kind(text.codePointAt(i)).isInWord();
  }

  private static boolean isLetter(int code) {
    return kind(code) == CharacterKind.WORD;
  }

  /** Returns whether two letters are the same but for the case of ASCII. */
  private static boolean isSame(int first, int second) {
    return first == second
        || ((first ^ second) == 0x20 && (first | 0x20) >= 'a' && (first | 0x20) <= 'z');
  }

  private static CharacterKind kind(int code) {
    return Characters.unicode14().kind(code);
  }
}
