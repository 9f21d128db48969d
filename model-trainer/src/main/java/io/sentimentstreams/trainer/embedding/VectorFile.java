package io.sentimentstreams.trainer.embedding;

import io.sentimentstreams.trainer.data.Compression;
import io.sentimentstreams.trainer.data.InvalidDataException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Word vectors in the text format of GloVe (Pennington et al., 2014): on each line a token and its
 * numbers, with one space between. A line with the number of vectors and their width may stand
 * first, as word2vec writes it. Files that end in {@code .gz}, {@code .xz} or {@code .zst} are
 * decompressed. Only the vectors that are asked for are kept, so that a file may be larger than
 * memory.
 *
 * @param path the file
 */
public record VectorFile(Path path) {

  /** Vectors can be no wider. */
  public static final int MAX_WIDTH = 4096;

  private static final int MAX_LINE_BYTES = 1 << 18;

  /**
   * The vectors' width, which the first line tells.
   *
   * @throws InvalidDataException if the file cannot be read or its first line holds no vector
   */
  public int width() {
    try (InputStream in = open()) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      if (!readLine(in, line, 1)) {
        throw new InvalidDataException(path, "is empty", "give a file of word vectors");
      }
      return VectorLine.width(path, text(line));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Reads the file to its end.
   *
   * @param wanted says of a token whether its vector is
   * @param found takes tokens and vectors, each token as often as it stands in the file
   * @throws InvalidDataException if a line is malformed, with its number
   */
  public void forEach(Predicate<String> wanted, BiConsumer<String, float[]> found) {
    int width = width();
    try (InputStream in = open()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (long number = 1; readLine(in, bytes, number); number++) {
        String text = text(bytes);
        if (number == 1 && VectorLine.isHeader(text)) {
          continue;
        }
        VectorLine line = VectorLine.of(path, number, text, width);
        if (wanted.test(line.token())) {
          found.accept(line.token(), line.vector());
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private InputStream open() throws IOException {
    return Compression.of(path).open(path);
  }

  /**
   * Reads up to the next line feed, which alone ends a line: tokens hold all other kinds of space.
   *
   * @return whether there was a line
   */
  private boolean readLine(InputStream in, ByteArrayOutputStream line, long number)
      throws IOException {
    line.reset();
    int next = in.read();
    if (next < 0) {
      return false;
    }
    for (; next >= 0 && next != '\n'; next = in.read()) {
      line.write(next);
      if (line.size() > MAX_LINE_BYTES) {
        throw new InvalidDataException(
            path,
            "line %d: it has more than %d bytes".formatted(number, MAX_LINE_BYTES),
            "put one token and its numbers on each line");
      }
    }
    return true;
  }

  /** A token that is not valid UTF-8 becomes one that no text holds. */
  private static String text(ByteArrayOutputStream line) {
    return line.toString(StandardCharsets.UTF_8);
  }

  private InvalidDataException unreadable(IOException cause) {
    return new InvalidDataException(
        path, "cannot be read (" + cause.getMessage() + ")", "check the path and the file", cause);
  }
}
