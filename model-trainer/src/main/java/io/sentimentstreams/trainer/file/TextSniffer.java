package io.sentimentstreams.trainer.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Recognition of text and its encoding. */
final class TextSniffer {

  /** Smallest share of zero bytes on one side of 16-bit units: text of mostly Latin letters. */
  private static final double UTF_16_ZEROS = 0.4;

  private static final int SMALLEST_GUESS = 4;

  /** Beginnings of pickles of protocol 0: an object, a dictionary, a list. */
  private static final List<String> TEXT_PICKLES =
      List.of("ccopy_reg\n_reconstructor\n", "c__builtin__\n", "(dp0\n", "(lp0\n");

  private TextSniffer() {}

  /** Returns UTF-16 or UTF-32, by the byte order mark or by the pattern of zero bytes. */
  static Optional<FileKind> unicode(byte[] head) {
    if (begins(head, 0xff, 0xfe, 0, 0) || begins(head, 0, 0, 0xfe, 0xff)) {
      return Optional.of(FileKind.UTF_32);
    }
    if (begins(head, 0xff, 0xfe) || begins(head, 0xfe, 0xff)) {
      return Optional.of(FileKind.UTF_16);
    }
    int units = head.length / 2;
    if (units < SMALLEST_GUESS) {
      return Optional.empty();
    }
    int[] zeros = new int[4];
    int controls = 0;
    for (int i = 0; i < units * 2; i++) {
      if (head[i] == 0) {
        zeros[i & 3]++;
      } else if (isControl(head[i])) {
        controls++;
      }
    }
    if (controls > 0) {
      return Optional.empty(); // binary formats have zeros too
    }
    int even = zeros[0] + zeros[2];
    int odd = zeros[1] + zeros[3];
    int quarter = head.length / 4;
    boolean wide =
        Math.min(zeros[1], zeros[2]) >= quarter
            && Math.max(zeros[0], zeros[3]) >= quarter
            && Math.min(zeros[0], zeros[3]) <= quarter / 10;
    if (wide) {
      return Optional.of(FileKind.UTF_32);
    }
    boolean pairs =
        Math.max(even, odd) >= UTF_16_ZEROS * units && Math.min(even, odd) <= units / 10;
    return pairs ? Optional.of(FileKind.UTF_16) : Optional.empty();
  }

  /** Returns the kind of UTF-8 text. */
  static FileKind kind(byte[] head) {
    String start = start(head);
    String lower = start.toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
      return FileKind.HTML;
    }
    if (start.startsWith("version https://git-lfs")) {
      return FileKind.LFS_POINTER;
    }
    if (start.startsWith("%PDF-")) {
      return FileKind.PDF;
    }
    if (TEXT_PICKLES.stream().anyMatch(start::startsWith)) {
      return FileKind.PICKLE;
    }
    return start.startsWith("{") || start.startsWith("[") ? FileKind.JSON : FileKind.TEXT;
  }

  /** Returns whether the bytes are UTF-8 without control characters; the last one may be cut. */
  static boolean isText(byte[] head) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    boolean last = head.length < FileKind.HEAD_BYTES;
    CharBuffer decoded = CharBuffer.allocate(head.length);
    return isPrintable(head) && !decoder.decode(ByteBuffer.wrap(head), decoded, last).isError();
  }

  /** Returns whether there is no control character besides white space. */
  static boolean isPrintable(byte[] head) {
    for (byte each : head) {
      if (each == 0 || isControl(each)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isControl(byte value) {
    boolean space = value >= '\t' && value <= '\r';
    return value > 0 && value < ' ' && !space && value != 0x1a && value != 0x1b;
  }

  private static String start(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8);
    return (text.startsWith("\ufeff") ? text.substring(1) : text).stripLeading();
  }

  private static boolean begins(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if (head[i] != (byte) bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
