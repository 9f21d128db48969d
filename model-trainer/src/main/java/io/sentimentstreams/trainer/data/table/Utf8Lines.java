package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.ReviewText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Cuts a stream of UTF-8 into lines, which end with a line feed, or with a carriage return and a
 * line feed. A line that is not valid, or too long to be kept, does not end the reading.
 */
final class Utf8Lines {

  /** A text of JSON can take six bytes for each one that it means. */
  private static final int MAX_BYTES = 8 * ReviewText.MAX_BYTES;

  /** Takes what stands on lines, counted from 1. */
  interface Consumer {

    /** A line without its end, and without the byte order mark that a file may begin with. */
    void line(long number, String text);

    /** A line that cannot be read. */
    void bad(long number, String problem);
  }

  private final Consumer consumer;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long number = 1;
  private boolean tooLong;

  private Utf8Lines(Consumer consumer) {
    this.consumer = consumer;
  }

  /** Reads to the end of a stream. */
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
      consumer.bad(number, "it has more than %d bytes".formatted(MAX_BYTES));
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
      consumer.bad(number, "it is not valid UTF-8");
      return;
    }
    boolean marked = number == 1 && text.startsWith("\uFEFF");
    consumer.line(number, marked ? text.substring(1) : text);
  }
}
