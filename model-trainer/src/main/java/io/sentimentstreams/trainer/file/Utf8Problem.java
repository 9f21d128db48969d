package io.sentimentstreams.trainer.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The first malformed byte of a text.
 *
 * @param value the byte
 * @param line line from 1 within the text
 * @param column character of that line from 1
 */
record Utf8Problem(int value, long line, long column) {

  /** Returns the first problem in a range of bytes; empty if they are valid UTF-8. */
  static Optional<Utf8Problem> of(byte[] bytes, int from, int length) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
    CharBuffer out = CharBuffer.allocate(1 << 12);
    long line = 1;
    long column = 1;
    var decoder = StandardCharsets.UTF_8.newDecoder();
    while (true) {
      CoderResult result = decoder.decode(in, out.clear(), true);
      out.flip();
      while (out.hasRemaining()) {
        char next = out.get();
        line += next == '\n' ? 1 : 0;
        column = next == '\n' ? 1 : column + (Character.isLowSurrogate(next) ? 0 : 1);
      }
      if (result.isUnderflow()) {
        return Optional.empty();
      }
      if (result.isError()) {
        return Optional.of(new Utf8Problem(in.get() & 0xFF, line, column));
      }
    }
  }

  /** Returns a description with the column. */
  String inLine(String charset) {
    return charset.equals("UTF-8")
        ? "not valid UTF-8 (byte 0x%02X at column %d)".formatted(value, column)
        : "not valid %s (column %d)".formatted(charset, column);
  }

  /** Returns a description with the line and the column. */
  String inFile(String charset) {
    return "line %d: %s".formatted(line, inLine(charset));
  }
}
