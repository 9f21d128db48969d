package io.sentimentstreams.app.command;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Escapes untrusted bytes for a terminal, so that they cannot move the cursor or set colours. */
final class Printable {

  private static final int BYTES_A_LINE = 16;

  private Printable() {}

  /** Returns bytes as text if they are valid UTF-8, otherwise in hexadecimal. */
  static String bytes(byte @Nullable [] bytes) {
    if (bytes == null) {
      return "(none)";
    }
    try {
      return text(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return "0x" + HexFormat.of().formatHex(bytes);
    }
  }

  /** Returns text with invisible characters written as {@code \\u001b}. */
  static String text(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              if (isSafe(point)) {
                safe.appendCodePoint(point);
              } else {
                safe.append(String.format("\\u%04x", point));
              }
            });
    return safe.toString();
  }

  /** Returns 16 bytes per line in hexadecimal, with the offset before and ASCII after them. */
  static String dump(byte[] bytes) {
    StringBuilder dump = new StringBuilder();
    for (int line = 0; line < bytes.length; line += BYTES_A_LINE) {
      int end = Math.min(bytes.length, line + BYTES_A_LINE);
      String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, line, end);
      StringBuilder ascii = new StringBuilder();
      for (int i = line; i < end; i++) {
        ascii.append(bytes[i] >= ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
      }
      dump.append(String.format("%08x  %-47s  %s%n", line, hex, ascii));
    }
    return dump.toString();
  }

  private static boolean isSafe(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
