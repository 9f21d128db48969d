package io.sentimentstreams.trainer.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * Stream of the UTF-8 bytes of a text in another encoding. A malformed or unmappable part becomes
 * the byte 0xFF, which no valid UTF-8 contains, so that readers of lines can name the line. Not
 * thread-safe.
 */
final class Transcoder extends InputStream {

  private static final int SIZE = 1 << 14;

  /** Unpaired surrogate, which no decoder returns for valid input. */
  private static final String MALFORMED = "\uDFFF";

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer encoded = ByteBuffer.allocate(SIZE).limit(0);
  private final CharBuffer characters = CharBuffer.allocate(2 * SIZE).limit(0);
  private final ByteBuffer utf8 = ByteBuffer.allocate(6 * SIZE).limit(0);
  private boolean isAtEnd;

  Transcoder(InputStream in, Charset charset) {
    this.in = in;
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(MALFORMED);
  }

  @Override
  public int read() throws IOException {
    return fill() ? utf8.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, utf8.remaining());
    utf8.get(bytes, from, count);
    return count;
  }

  @Override
  public int available() {
    return utf8.remaining();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Returns whether there are more bytes. */
  private boolean fill() throws IOException {
    while (!utf8.hasRemaining()) {
      if (isAtEnd) {
        return false;
      }
      encoded.compact();
      int count = in.read(encoded.array(), encoded.position(), encoded.remaining());
      isAtEnd = count < 0;
      encoded.position(encoded.position() + Math.max(count, 0)).flip();
      characters.compact();
      decoder.decode(encoded, characters, isAtEnd);
      if (isAtEnd) {
        decoder.flush(characters);
      }
      characters.flip();
      encode();
    }
    return true;
  }

  private void encode() {
    utf8.clear();
    while (characters.hasRemaining()) {
      char next = characters.get();
      if (next < 0x80) {
        utf8.put((byte) next);
      } else if (next < 0x800) {
        utf8.put((byte) (0xC0 | next >> 6)).put(continuation(next));
      } else if (!Character.isSurrogate(next)) {
        utf8.put((byte) (0xE0 | next >> 12)).put(continuation(next >> 6)).put(continuation(next));
      } else if (Character.isHighSurrogate(next) && !characters.hasRemaining() && !isAtEnd) {
        characters.position(characters.position() - 1);
        break;
      } else {
        surrogate(next);
      }
    }
    utf8.flip();
  }

  private void surrogate(char next) {
    if (Character.isHighSurrogate(next)
        && characters.hasRemaining()
        && Character.isLowSurrogate(characters.get(characters.position()))) {
      int point = Character.toCodePoint(next, characters.get());
      utf8.put((byte) (0xF0 | point >> 18))
          .put(continuation(point >> 12))
          .put(continuation(point >> 6))
          .put(continuation(point));
    } else {
      utf8.put((byte) 0xFF);
    }
  }

  private static byte continuation(int bits) {
    return (byte) (0x80 | (bits & 0x3F));
  }
}
