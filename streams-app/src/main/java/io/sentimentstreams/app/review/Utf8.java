package io.sentimentstreams.app.review;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 that is nothing else: what is malformed is refused, not replaced. */
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
          "byte %d (0x%02x) of %d does not belong to UTF-8"
              .formatted(in.position() + 1, in.get(in.position()), bytes.length),
          null);
    }
    return out.flip().toString();
  }
}
