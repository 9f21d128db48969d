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

/** The lines of UTF-8 files, or of the standard input, each with its place. */
public final class Lines implements Source<Lines.Line> {

  /** Stands for the standard input among files. */
  public static final Path STANDARD_INPUT = Path.of("-");

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * One line.
   *
   * @param file where it stands
   * @param number of the line, from 1
   * @param text without its end
   */
  public record Line(Path file, long number, String text) {

    /** An error that names this line. */
    public InvalidDataException rejected(String problem, String remedy) {
      return new InvalidDataException(file, "line " + number + ": " + problem, remedy);
    }
  }

  private final List<Path> files;
  private final InputStream standardInput;

  /**
   * The lines of files, one file after the other.
   *
   * @param files {@link #STANDARD_INPUT} among them stands for {@code standardInput}
   */
  public Lines(List<Path> files, InputStream standardInput) {
    this.files = List.copyOf(files);
    this.standardInput = standardInput;
  }

  /**
   * Reads on. A line ends with a line feed, or with a carriage return and a line feed; the last one
   * may lack it.
   *
   * @throws InvalidDataException if a file cannot be read, is not UTF-8 or has a line of more than
   *     {@value ReviewText#MAX_BYTES} bytes
   */
  @Override
  public void forEach(Consumer<Line> consumer) {
    for (Path file : files) {
      boolean standard = file.equals(STANDARD_INPUT);
      try (InputStream in = standard ? InputStream.nullInputStream() : Files.newInputStream(file)) {
        Path name = standard ? Path.of("standard input") : file;
        read(name, new BufferedInputStream(standard ? standardInput : in, 1 << 16), consumer);
      } catch (IOException e) {
        throw new InvalidDataException(file, "cannot be read (" + e + ")", "check the path", e);
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
                  "it has more than %d bytes".formatted(ReviewText.MAX_BYTES),
                  "put one text on each line");
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
      boolean marked = number == 1 && text.startsWith(BYTE_ORDER_MARK);
      return new Line(file, number, marked ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      InvalidDataException rejected =
          new Line(file, number, "").rejected("it is not valid UTF-8", "convert the file to UTF-8");
      rejected.initCause(e);
      throw rejected;
    }
  }
}
