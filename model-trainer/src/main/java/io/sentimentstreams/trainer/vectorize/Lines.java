package io.sentimentstreams.trainer.vectorize;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.ReviewText;
import io.sentimentstreams.trainer.file.Encoding;
import io.sentimentstreams.trainer.file.TextContent;
import io.sentimentstreams.trainer.file.TextFile;
import io.sentimentstreams.trainer.file.TextLines;
import io.sentimentstreams.trainer.file.TextStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lines of text files and of standard input. */
public final class Lines implements Source<Lines.Line> {

  /** File name that denotes standard input. */
  public static final Path STANDARD_INPUT = Path.of("-");

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
  private final Encoding encoding;

  /**
   * Creates a source of the lines of files, in order.
   *
   * @param files {@link #STANDARD_INPUT} denotes {@code standardInput}
   * @param encoding encoding of files without a byte order mark
   */
  public Lines(List<Path> files, InputStream standardInput, Encoding encoding) {
    this.files = List.copyOf(files);
    this.standardInput = standardInput;
    this.encoding = encoding;
  }

  /**
   * Reads all lines. A line ends with LF or CR LF, which the last line may omit.
   *
   * @throws InvalidDataException if a file cannot be read, has another encoding or has a line above
   *     {@value ReviewText#MAX_BYTES} bytes
   */
  @Override
  public void forEach(Consumer<Line> consumer) {
    for (Path file : files) {
      boolean isStandardInput = file.equals(STANDARD_INPUT);
      TextFile text =
          new TextFile(
              isStandardInput ? TextFile.STANDARD_INPUT : file, TextContent.LINES, encoding);
      try {
        if (isStandardInput) {
          read(text, text.open(standardInput), consumer);
        } else {
          try (TextStream in = text.open()) {
            read(text, in, consumer);
          }
        }
      } catch (IOException e) {
        throw text.unreadable(e);
      }
    }
  }

  private static void read(TextFile file, TextStream in, Consumer<Line> consumer)
      throws IOException {
    TextLines lines = new TextLines(in, ReviewText.MAX_BYTES);
    for (Optional<TextLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
      Line line = new Line(file.path(), next.get().number(), next.get().text());
      Optional<TextLines.Problem> problem = next.get().problem();
      if (problem.isPresent()) {
        throw line.rejected(
            problem.get().description(),
            problem.get().isEncoding()
                ? file.encoding().remedyForMalformed()
                : "Write one text per line");
      }
      consumer.accept(line);
    }
  }
}
