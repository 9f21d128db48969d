package io.sentimentstreams.app.review;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A strict decoder of UTF-8: malformed input is rejected, not replaced. A byte order mark at an
 * edge is dropped. UTF-16 and UTF-32 are rejected by name, with and without their mark.
 */
final class Utf8 {

  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int LOOKED_AT = 256;

  private Utf8() {}

  static String decoded(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw new UnscorableRecordException(
          DeadLetterReason.NOT_UTF8,
          "The value is not UTF-8%s: byte %d of %d is 0x%02x. Send text in UTF-8."
              .formatted(
                  utf16Or32(bytes).map(name -> ", but " + name).orElse(""),
                  in.position() + 1,
                  bytes.length,
                  in.get(in.position())),
          null);
    }
    String text = withoutMarks(out.flip().toString());
    if (text.indexOf('\0') >= 0 && isUnmarkedUtf16(bytes)) {
      throw new UnscorableRecordException(
          DeadLetterReason.NOT_UTF8,
          "The value is not UTF-8, but UTF-16 without a byte order mark. Send text in UTF-8.",
          null);
    }
    return text;
  }

  private static String withoutMarks(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == BYTE_ORDER_MARK) {
      start++;
    }
    while (end > start && text.charAt(end - 1) == BYTE_ORDER_MARK) {
      end--;
    }
    return text.substring(start, end);
  }

  private static Optional<String> utf16Or32(byte[] bytes) {
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0) || startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return Optional.of("UTF-32 with a byte order mark");
    }
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of("UTF-16 with a byte order mark");
    }
    return isUnmarkedUtf16(bytes)
        ? Optional.of("UTF-16 without a byte order mark")
        : Optional.empty();
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (bytes[i] != (byte) start[i]) {
        return false;
      }
    }
    return true;
  }

  /** Latin text in UTF-16 has a 0 in every second byte, and in one half of the bytes only. */
  private static boolean isUnmarkedUtf16(byte[] bytes) {
    int looked = Math.min(bytes.length, LOOKED_AT) / 2 * 2;
    int even = 0;
    int odd = 0;
    for (int i = 0; i < looked; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    return Math.min(even, odd) == 0 && Math.max(even, odd) * 4 > looked;
  }
}
