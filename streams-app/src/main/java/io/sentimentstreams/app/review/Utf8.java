package io.sentimentstreams.app.review;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** A strict decoder of UTF-8: malformed input is rejected, not replaced. */
final class Utf8 {

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
          "The value is not UTF-8: byte %d of %d is 0x%02x. Send text in UTF-8."
              .formatted(in.position() + 1, bytes.length, in.get(in.position())),
          null);
    }
    return out.flip().toString();
  }
}
