package io.sentimentstreams.model.text.normalize;

/**
 * Writer of normal text. It receives composed characters, and writes separators, apostrophes and
 * emoji so that a tokenizer finds their tokens. Not thread-safe: one per text.
 */
final class NormalText {

  private static final char JOINER = '\u200d';
  private static final int BLACK_FLAG = 0x1f3f4;
  private static final int FIRST_TAG = 0xe0020;
  private static final int LAST_TAG = 0xe007e;

  /** Maximum number of marks of a letter. Living languages use up to four. */
  private static final int MAX_MARKS = 8;

  /** State of the token at the end of the text. */
  private enum Open {
    NOTHING,
    EMOJI,
    /** One letter of a flag, which waits for the second. */
    FLAG
  }

  private final Characters table;
  private final TextBuffer to;

  /** Whether a separator must precede the next character. */
  private boolean apart;

  private Open open = Open.NOTHING;
  private CharacterKind last = CharacterKind.PUNCTUATION;
  private int marks;

  /** Position in the original behind what was written. */
  private int position;

  NormalText(Characters table, TextBuffer to) {
    this.table = table;
    this.to = to;
  }

  /** Ends the word, if any. */
  void separate() {
    settleApostrophe();
    apart |= to.size() > 0;
    open = Open.NOTHING;
    last = CharacterKind.PUNCTUATION;
  }

  /** Appends a plain part of a source. */
  void append(Source source, int first, int end) {
    begin(source.text().charAt(first), source.from(first));
    to.append(source, first, end);
    position = source.to(end - 1);
    last = table.kind(source.text().charAt(end - 1));
  }

  /** Appends a composed code point that was made of a range of the original. */
  void append(int codePoint, int first, int end) {
    CharacterKind kind = table.kind(codePoint);
    switch (kind) {
      case WORD, NUMBER, PUNCTUATION -> write((char) 0, codePoint, first, end);
      case MARK -> appendMark(codePoint, first, end);
      case APOSTROPHE -> write(last.isInWord() && !apart ? '\'' : '"', codePoint, first, end);
      case QUOTE -> write('"', codePoint, first, end);
      case HYPHEN -> write('-', codePoint, first, end);
      case DASH -> {
        separate();
        write('-', codePoint, first, end);
        separate();
      }
      case EMOJI -> appendEmoji(codePoint, first, end);
      case SPACE, REMOVED, SEPARATOR, JOINED -> {
        char ascii = table.ascii(codePoint);
        if (ascii == 0) {
          separate();
        } else {
          write(ascii, codePoint, first, end);
        }
      }
    }
  }

  private void write(char replacement, int codePoint, int first, int end) {
    int written = replacement == 0 ? codePoint : replacement;
    begin(written, first);
    to.appendCodePoint(written, first, end);
    position = end;
    last = table.kind(written);
  }

  /** Prepares for a character that does not continue an emoji. */
  private void begin(int codePoint, int from) {
    marks = 0;
    open = Open.NOTHING;
    boolean space = codePoint == ' ' || codePoint == '\t' || codePoint == '\n';
    if (apart && !space && !isSpace(to.last())) {
      settleApostrophe();
      // Characters that were read together share a range, which then holds the separator too.
      to.append(' ', Math.min(position, from), Math.max(position, from));
    } else if (!table.kind(codePoint).isInWord()) {
      settleApostrophe();
    }
    apart = false;
  }

  private void appendMark(int codePoint, int first, int end) {
    if (last.isInWord() && !apart && marks < MAX_MARKS) {
      to.appendCodePoint(codePoint, first, end);
      position = end;
      last = CharacterKind.MARK;
      marks++;
    }
  }

  /** Makes a token of its own of the last character and the keycap around it. */
  void appendKeycap(int codePoint, int first, int end) {
    int before = to.size() - 2;
    if (before >= 0 && !isSpace(to.charAt(before))) {
      if (to.charAt(before) == '\'') {
        to.replace(before, '"');
      }
      to.separateLast();
    }
    to.appendCodePoint(codePoint, first, end);
    position = end;
    separate();
  }

  private void appendEmoji(int codePoint, int first, int end) {
    separate();
    write((char) 0, codePoint, first, end);
    apart = true;
    open = Open.EMOJI;
  }

  /** Appends one of the two letters of a flag. */
  void appendFlag(int codePoint, int first, int end) {
    if (open == Open.FLAG) {
      to.appendCodePoint(codePoint, first, end);
      open = Open.EMOJI;
    } else {
      appendEmoji(codePoint, first, end);
      open = Open.FLAG;
    }
    position = end;
  }

  /** Separates a fraction from the number before it. */
  void separateNumber() {
    if (last == CharacterKind.NUMBER) {
      separate();
    }
  }

  /** Returns whether the text ends with an emoji that a joiner may continue. */
  boolean endsWithEmoji() {
    return open != Open.NOTHING;
  }

  /** Returns whether the text ends with the flag of a region, which tags continue. */
  boolean endsWithRegion() {
    if (open == Open.NOTHING || to.size() < 2) {
      return false;
    }
    int code = Character.toCodePoint(to.charAt(to.size() - 2), to.last());
    return code == BLACK_FLAG || (code >= FIRST_TAG && code <= LAST_TAG);
  }

  /** Continues an emoji with a joiner and another pictograph. */
  void join(int codePoint, int first, int end) {
    to.append(JOINER, position, first);
    extend(codePoint, first, end);
  }

  /** Continues an emoji. */
  void extend(int codePoint, int first, int end) {
    to.appendCodePoint(codePoint, first, end);
    open = Open.EMOJI;
    position = end;
  }

  /** Ends the text. */
  void end() {
    settleApostrophe();
  }

  /** Makes the apostrophe at the end of the text, if any, a quotation mark. */
  private void settleApostrophe() {
    if (to.size() > 0 && to.last() == '\'') {
      to.replace(to.size() - 1, '"');
      last = CharacterKind.PUNCTUATION;
    }
  }

  private static boolean isSpace(char character) {
    return character == ' ' || character == '\t' || character == '\n';
  }
}
