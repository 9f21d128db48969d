package io.sentimentstreams.model.text.normalize;

import java.util.Arrays;

/**
 * Growing text. If it is traced, it also keeps the range of the original text that each character
 * was made of. Not thread-safe: one per text.
 */
final class TextBuffer {

  private final boolean traced;
  private char[] chars;
  private int[] from;
  private int[] to;
  private int size;

  TextBuffer(int capacity, boolean traced) {
    this.traced = traced;
    chars = new char[capacity];
    from = new int[traced ? capacity : 0];
    to = new int[traced ? capacity : 0];
  }

  int size() {
    return size;
  }

  char charAt(int i) {
    return chars[i];
  }

  /** Returns the last character; a line feed if there is none. */
  char last() {
    return size == 0 ? '\n' : chars[size - 1];
  }

  void replace(int i, char replacement) {
    chars[i] = replacement;
  }

  int codePointAt(int i) {
    return Character.codePointAt(chars, i, size);
  }

  /** Appends a character of another buffer. */
  void append(TextBuffer other, int i) {
    append(other.chars[i], other.traced ? other.from[i] : 0, other.traced ? other.to[i] : 0);
  }

  /** Appends a space without a range before a character of another buffer. */
  void appendSpace(TextBuffer other, int before) {
    int position = other.traced ? other.from[before] : 0;
    append(' ', position, position);
  }

  void append(char character, int first, int end) {
    ensure(1);
    if (traced) {
      from[size] = first;
      to[size] = end;
    }
    chars[size++] = character;
  }

  void appendCodePoint(int codePoint, int first, int end) {
    if (Character.isBmpCodePoint(codePoint)) {
      append((char) codePoint, first, end);
    } else {
      append(Character.highSurrogate(codePoint), first, end);
      append(Character.lowSurrogate(codePoint), first, end);
    }
  }

  /** Appends characters {@code first} to {@code end} of a source. */
  void append(Source source, int first, int end) {
    ensure(end - first);
    source.text().getChars(first, end, chars, size);
    if (traced) {
      for (int i = first; i < end; i++) {
        from[size + i - first] = source.from(i);
        to[size + i - first] = source.to(i);
      }
    }
    size += end - first;
  }

  /** Inserts a space before the last character. */
  void separateLast() {
    ensure(1);
    chars[size] = chars[size - 1];
    chars[size - 1] = ' ';
    if (traced) {
      from[size] = from[size - 1];
      to[size] = to[size - 1];
      to[size - 1] = from[size - 1];
    }
    size++;
  }

  private void ensure(int more) {
    if (size + more > chars.length) {
      int capacity = Math.max(size + more, chars.length + chars.length / 2 + 8);
      chars = Arrays.copyOf(chars, capacity);
      if (traced) {
        from = Arrays.copyOf(from, capacity);
        to = Arrays.copyOf(to, capacity);
      }
    }
  }

  String text() {
    return new String(chars, 0, size);
  }

  /** Returns the text with its ranges. */
  TracedText trace() {
    if (!traced) {
      throw new IllegalStateException("the text was not traced");
    }
    return new TracedText(text(), Arrays.copyOf(from, size), Arrays.copyOf(to, size));
  }
}
