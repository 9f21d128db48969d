package io.sentimentstreams.trainer.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Encoding of a text that its first bytes show.
 *
 * @param charset the encoding
 * @param markLength length of the byte order mark in bytes; 0 if there is none
 */
record DetectedCharset(Charset charset, int markLength) {

  /** Number of bytes that the detection reads at most. */
  private static final int SAMPLE = 4096;

  private record Mark(String charset, List<Integer> bytes) {}

  /** Marks; those of UTF-32 begin with those of UTF-16. */
  private static final List<Mark> MARKS =
      List.of(
          new Mark("UTF-8", List.of(0xEF, 0xBB, 0xBF)),
          new Mark("UTF-32LE", List.of(0xFF, 0xFE, 0x00, 0x00)),
          new Mark("UTF-32BE", List.of(0x00, 0x00, 0xFE, 0xFF)),
          new Mark("UTF-16LE", List.of(0xFF, 0xFE)),
          new Mark("UTF-16BE", List.of(0xFE, 0xFF)),
          new Mark("GB18030", List.of(0x84, 0x31, 0x95, 0x33)));

  /** Returns the encoding of a byte order mark. */
  static Optional<DetectedCharset> ofMark(byte[] start) {
    return MARKS.stream()
        .filter(mark -> begins(start, mark.bytes()))
        .findFirst()
        .map(mark -> new DetectedCharset(Charset.forName(mark.charset()), mark.bytes().size()));
  }

  private static boolean begins(byte[] start, List<Integer> mark) {
    if (start.length < mark.size()) {
      return false;
    }
    for (int i = 0; i < mark.size(); i++) {
      if ((start[i] & 0xFF) != mark.get(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns UTF-16 or UTF-32 for a text without a byte order mark: ASCII characters have NUL bytes
   * at the same place of each code unit.
   */
  static Optional<Charset> ofNulBytes(byte[] start) {
    int length = Math.min(start.length, SAMPLE);
    if (length < 2) {
      return Optional.empty();
    }
    int[] nul = new int[4];
    for (int i = 0; i < length; i++) {
      if (start[i] == 0) {
        nul[i % 4]++;
      }
    }
    double quarter = length / 4.0;
    if (Arrays.stream(nul).sum() > 0.6 * length) {
      return printable(start, length - length % 4, nul[0] > nul[3] ? "UTF-32BE" : "UTF-32LE");
    }
    if (Arrays.stream(nul).sum() < quarter && isUtf8(start, length)) {
      return Optional
          .empty(); // a few NUL characters in UTF-8; half of the bytes of ASCII in UTF-16
    }
    int even = nul[0] + nul[2];
    int odd = nul[1] + nul[3];
    if (Math.max(even, odd) < Math.max(1, 0.2 * quarter) || 8 * Math.min(even, odd) > even + odd) {
      return Optional.empty();
    }
    return printable(start, length - length % 2, even > odd ? "UTF-16BE" : "UTF-16LE");
  }

  /** Returns whether the bytes are UTF-8; the last character may be cut. */
  private static boolean isUtf8(byte[] bytes, int length) {
    return !StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes, 0, length), CharBuffer.allocate(length), false)
        .isError();
  }

  /** Returns the encoding if the text has few control characters in it, unlike binary data. */
  private static Optional<Charset> printable(byte[] start, int length, String name) {
    Charset charset = Charset.forName(name);
    String text = new String(start, 0, length, charset);
    return isBinary(text) ? Optional.empty() : Optional.of(charset);
  }

  /** Returns whether more than a seventh of the characters are no text. */
  private static boolean isBinary(String text) {
    long others =
        text.codePoints()
            .filter(
                each ->
                    (Character.isISOControl(each) && !Character.isWhitespace(each))
                        || !Character.isDefined(each)
                        || each == '\uFFFD')
            .count();
    return 7 * others > text.length();
  }
}
