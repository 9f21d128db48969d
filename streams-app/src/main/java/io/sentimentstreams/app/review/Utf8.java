package io.sentimentstreams.app.review;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A strict decoder of UTF-8: malformed input is rejected, not replaced. Byte order marks and
 * carriage returns at an edge are dropped. UTF-16 and UTF-32 are rejected by name, with and without
 * their mark.
 */
final class Utf8 {

  private static final int LOOKED_AT = 256;

  private static final char LAST_LATIN = '\u00FF';

  /** The share if a value is also UTF-8. */
  private static final int MANY = 2;

  /** The share if it is not: Korean text has Latin spaces and punctuation only. */
  private static final int FEW = 16;

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
                  utf16Or32(bytes, FEW).map(name -> ", but " + name).orElse(""),
                  in.position() + 1,
                  bytes.length,
                  in.get(in.position())),
          null);
    }
    String text = TextEdges.withoutMarks(out.flip().toString());
    Optional<String> other = text.indexOf('\0') < 0 ? Optional.empty() : utf16Or32(bytes, MANY);
    if (other.isPresent()) {
      throw new UnscorableRecordException(
          DeadLetterReason.NOT_UTF8,
          "The value is not UTF-8, but %s. Send text in UTF-8.".formatted(other.get()),
          null);
    }
    return text;
  }

  /** Returns whether a value begins with a byte 0 that is no part of UTF-16 or UTF-32. */
  static boolean hasSchemaId(byte[] bytes) {
    return bytes.length > 1 && bytes[0] == 0 && utf16Or32(bytes, FEW).isEmpty();
  }

  /**
   * Returns the name of the encoding, if it is UTF-16 or UTF-32.
   *
   * @param share more than one in so many characters is Latin in UTF-16 without a mark
   */
  private static Optional<String> utf16Or32(byte[] bytes, int share) {
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0) || startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return Optional.of("UTF-32 with a byte order mark");
    }
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return Optional.of("UTF-16 with a byte order mark");
    }
    if (isUnmarkedUtf32(bytes)) {
      return Optional.of("UTF-32 without a byte order mark");
    }
    return isUnmarkedUtf16(bytes, share)
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

  /** A code point has 21 bits, so the first byte of four is 0 and the second one is small. */
  private static boolean isUnmarkedUtf32(byte[] bytes) {
    if (bytes.length == 0 || bytes.length % Integer.BYTES != 0) {
      return false;
    }
    ByteBuffer big = ByteBuffer.wrap(bytes);
    ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    boolean isBig = true;
    boolean isLittle = true;
    for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i += Integer.BYTES) {
      isBig &= isCodePoint(big.getInt(i));
      isLittle &= isCodePoint(little.getInt(i));
    }
    return isBig || isLittle;
  }

  private static boolean isCodePoint(int number) {
    return number != 0 && Character.isValidCodePoint(number);
  }

  private static boolean isUnmarkedUtf16(byte[] bytes, int share) {
    return isUnmarkedUtf16(bytes, ByteOrder.LITTLE_ENDIAN, share)
        || isUnmarkedUtf16(bytes, ByteOrder.BIG_ENDIAN, share);
  }

  /** Latin letters, spaces and punctuation have a 0 in one of two bytes, and text has no NUL. */
  private static boolean isUnmarkedUtf16(byte[] bytes, ByteOrder order, int share) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(order);
    int units = Math.min(bytes.length, LOOKED_AT) / Character.BYTES;
    int latin = 0;
    for (int i = 0; i < units; i++) {
      char unit = buffer.getChar(i * Character.BYTES);
      if (unit < '\t') {
        return false;
      }
      latin += unit <= LAST_LATIN ? 1 : 0;
    }
    return latin * share > units;
  }
}
