package io.sentimentstreams.trainer.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lines of a text. They end with LF or CR LF, which the last line may omit. Reading continues after
 * a line that is malformed or too long. Not thread-safe.
 */
public final class TextLines {

  /**
   * One line.
   *
   * @param number line number from 1
   * @param text content without line terminator; with replacement characters if it is malformed,
   *     and empty if it is too long
   * @param problem reason why the text is not usable; empty if it is
   */
  public record Line(long number, String text, Optional<Problem> problem) {}

  /**
   * Reason why a line is not usable.
   *
   * @param description the reason, such as {@code not valid UTF-8 (byte 0xE9 at column 4)}
   * @param isEncoding whether another encoding can be the remedy
   */
  public record Problem(String description, boolean isEncoding) {}

  private final TextStream in;
  private final int maxBytes;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private long number;

  /**
   * Creates a reader.
   *
   * @param maxBytes limit on the bytes of a line in UTF-8
   */
  public TextLines(TextStream in, int maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /** Reads the next line; empty at the end of the text. */
  public Optional<Line> next() throws IOException {
    line.reset();
    long length = 0;
    boolean any = false;
    while (from < to || fill()) {
      any = true;
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      length += end - from;
      if (length <= maxBytes) {
        line.write(buffer, from, end - from);
      }
      from = end;
      if (end < to) {
        from++;
        break;
      }
    }
    if (!any) {
      return Optional.empty();
    }
    number++;
    return Optional.of(length > maxBytes ? tooLong() : decoded(line.toByteArray()));
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }

  private Line tooLong() {
    String description = "the line exceeds %d bytes".formatted(maxBytes);
    return new Line(number, "", Optional.of(new Problem(description, false)));
  }

  private Line decoded(byte[] bytes) {
    boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    int length = carriageReturn ? bytes.length - 1 : bytes.length;
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    Optional<Problem> problem =
        text.indexOf('\uFFFD') < 0
            ? Optional.empty()
            : Utf8Problem.of(bytes, 0, length)
                .map(found -> new Problem(found.inLine(in.charset()), true));
    return new Line(number, text, problem);
  }
}
