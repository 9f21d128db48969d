package io.sentimentstreams.trainer.vectorize;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.ReviewText;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Lines of UTF-8 files and of standard input. */
public final class Lines implements Source<Lines.Line> {

  /** File name that denotes standard input. */
  public static final Path STANDARD_INPUT = Path.of("-");

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * One line.
   *
   * @param file file with the line
   * @param number line number from 1
   * @param text content without line terminator
   */
  public record Line(Path file, long number, String text) {

    /** Returns an error that names this line. */
    public InvalidDataException rejected(String problem, String remedy) {
      return new InvalidDataException(file, "line " + number + ": " + problem, remedy);
    }
  }

  private final List<Path> files;
  private final InputStream standardInput;

  /**
   * Creates a source of the lines of files, in order.
   *
   * @param files {@link #STANDARD_INPUT} denotes {@code standardInput}
   */
  public Lines(List<Path> files, InputStream standardInput) {
    this.files = List.copyOf(files);
    this.standardInput = standardInput;
  }

  /**
   * Reads all lines. A line ends with LF or CR LF, which the last line may omit.
   *
   * @throws InvalidDataException if a file cannot be read, is not UTF-8 or has a line above {@value
   *     ReviewText#MAX_BYTES} bytes
   */
  @Override
  public void forEach(Consumer<Line> consumer) {
    for (Path file : files) {
      boolean isStandardInput = file.equals(STANDARD_INPUT);
      try (InputStream in =
          isStandardInput ? InputStream.nullInputStream() : Files.newInputStream(file)) {
        Path name = isStandardInput ? Path.of("standard input") : file;
        read(
            name, new BufferedInputStream(isStandardInput ? standardInput : in, 1 << 16), consumer);
      } catch (IOException e) {
        throw new InvalidDataException(file, "not readable (" + e + ")", "Check the path", e);
      }
    }
  }

  private static void read(Path file, InputStream in, Consumer<Line> consumer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long number = 1;
    int next = in.read();
    while (next >= 0) {
      if (next == '\n') {
        consumer.accept(line(file, number, bytes.toByteArray()));
        bytes.reset();
        number++;
      } else {
        bytes.write(next);
        if (bytes.size() > ReviewText.MAX_BYTES) {
          throw new Line(file, number, "")
              .rejected(
                  "the line exceeds %d bytes".formatted(ReviewText.MAX_BYTES),
                  "Write one text per line");
        }
      }
      next = in.read();
    }
    if (bytes.size() > 0) {
      consumer.accept(line(file, number, bytes.toByteArray()));
    }
  }

  private static Line line(Path file, long number, byte[] bytes) {
    boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    int length = carriageReturn ? bytes.length - 1 : bytes.length;
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
      boolean hasByteOrderMark = number == 1 && text.startsWith(BYTE_ORDER_MARK);
      return new Line(file, number, hasByteOrderMark ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      InvalidDataException rejected =
          new Line(file, number, "").rejected("not valid UTF-8", "Convert the file to UTF-8");
      rejected.initCause(e);
      throw rejected;
    }
  }
}
