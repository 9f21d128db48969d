package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.ReviewText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reader of UTF-8 lines that end with LF or CR LF. Reading continues after a line that is malformed
 * or too long.
 */
final class Utf8Lines {

  /** Limit on the bytes of a line; JSON escapes can take six bytes per byte of text. */
  private static final int MAX_BYTES = 8 * ReviewText.MAX_BYTES;

  /** Consumer of lines, numbered from 1. */
  interface Consumer {

    /** Accepts a line without line terminator and byte order mark. */
    void line(long number, String text);

    /** Accepts a line that cannot be decoded. */
    void bad(long number, String problem);
  }

  private final Consumer consumer;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long number = 1;
  private boolean tooLong;

  private Utf8Lines(Consumer consumer) {
    this.consumer = consumer;
  }

  /** Reads a stream to its end. */
  static void forEach(InputStream in, Consumer consumer) throws IOException {
    new Utf8Lines(consumer).read(in);
  }

  private void read(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      int from = 0;
      for (int i = 0; i < length; i++) {
        if (buffer[i] == '\n') {
          append(buffer, from, i);
          end();
          from = i + 1;
        }
      }
      append(buffer, from, length);
    }
    if (line.size() > 0 || tooLong) {
      end();
    }
  }

  private void append(byte[] buffer, int from, int to) {
    if (!tooLong) {
      line.write(buffer, from, to - from);
      if (line.size() > MAX_BYTES) {
        tooLong = true;
        line.reset();
      }
    }
  }

  private void end() {
    if (tooLong) {
      consumer.bad(number, "the line exceeds %d bytes".formatted(MAX_BYTES));
    } else {
      emit(line.toByteArray());
    }
    line.reset();
    tooLong = false;
    number++;
  }

  private void emit(byte[] bytes) {
    boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    int length = carriageReturn ? bytes.length - 1 : bytes.length;
    String text;
    try {
      text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
    } catch (CharacterCodingException e) {
      consumer.bad(number, "not valid UTF-8");
      return;
    }
    boolean hasByteOrderMark = number == 1 && text.startsWith("\uFEFF");
    consumer.line(number, hasByteOrderMark ? text.substring(1) : text);
  }
}
