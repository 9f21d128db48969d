package io.sentimentstreams.trainer.embedding;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.file.Encoding;
import io.sentimentstreams.trainer.file.TextContent;
import io.sentimentstreams.trainer.file.TextFile;
import io.sentimentstreams.trainer.file.TextLines;
import io.sentimentstreams.trainer.file.TextStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * File of word vectors in the text format of GloVe (Pennington et al., 2014): a token and its
 * numbers per line, separated by single spaces. The first line can be a word2vec header with the
 * number of vectors and their width. The binary format of word2vec is detected. Compressed files
 * are decompressed. Only requested vectors are kept, so that a file can exceed the memory.
 *
 * @param path the file
 */
public record VectorFile(Path path) {

  /** Maximum width of a vector. */
  public static final int MAX_WIDTH = 4096;

  private static final int MAX_LINE_BYTES = 1 << 18;

  /**
   * Reads the width of the vectors from the first line.
   *
   * @throws InvalidDataException if the file cannot be read or the first line contains no vector
   */
  public int width() {
    TextFile file = file();
    try (TextStream in = file.open()) {
      Optional<String> line = next(new TextLines(in, MAX_LINE_BYTES));
      if (line.isEmpty()) {
        throw new InvalidDataException(path, "the file is empty", "Use a file of word vectors");
      }
      return VectorLine.width(path, line.get());
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  /**
   * Reads the file to its end.
   *
   * @param wanted selects tokens
   * @param consumer receives tokens and vectors, repeated tokens several times
   * @throws InvalidDataException if a line is malformed
   */
  public void forEach(Predicate<String> wanted, BiConsumer<String, float[]> consumer) {
    int width = width();
    TextFile file = file();
    try (TextStream in = file.open()) {
      BufferedInputStream content = new BufferedInputStream(in, 1 << 17);
      Optional<BinaryVectors> binary = BinaryVectors.of(path, content);
      if (binary.isPresent()) {
        binary.get().forEach(wanted, consumer);
      } else {
        readText(new TextLines(in.wrapped(content), MAX_LINE_BYTES), width, wanted, consumer);
      }
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private void readText(
      TextLines lines, int width, Predicate<String> wanted, BiConsumer<String, float[]> consumer)
      throws IOException {
    long number = 0;
    for (Optional<String> text = next(lines); text.isPresent(); text = next(lines)) {
      number++;
      if (number == 1 && VectorLine.isHeader(text.get())) {
        continue;
      }
      VectorLine line = VectorLine.of(path, number, text.get(), width);
      if (wanted.test(line.token())) {
        consumer.accept(line.token(), line.vector());
      }
    }
  }

  private TextFile file() {
    return new TextFile(path, TextContent.VECTORS, Encoding.UNICODE);
  }

  /**
   * Returns the next line. Malformed tokens contain replacement characters, which no text contains:
   * official files have such tokens.
   */
  private Optional<String> next(TextLines lines) throws IOException {
    Optional<TextLines.Line> line = lines.next();
    Optional<TextLines.Problem> problem =
        line.flatMap(TextLines.Line::problem).filter(each -> !each.isEncoding());
    if (problem.isPresent()) {
      throw new InvalidDataException(
          path,
          "line %d: %s".formatted(line.orElseThrow().number(), problem.get().description()),
          "Write one token and its numbers per line");
    }
    return line.map(TextLines.Line::text);
  }
}
