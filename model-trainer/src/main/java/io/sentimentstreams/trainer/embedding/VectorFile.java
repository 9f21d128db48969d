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
 * File of word vectors in the text format of GloVe (Pennington et al., 2014): a token and its
 * numbers per line, separated by single spaces. The first line can be a word2vec header with the
 * number of vectors and their width. Files with the extension {@code .gz}, {@code .xz} or {@code
 * .zst} are decompressed. Only requested vectors are kept, so that a file can exceed the memory.
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
    try (InputStream in = open()) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      if (!readLine(in, line, 1)) {
        throw new InvalidDataException(path, "the file is empty", "Use a file of word vectors");
      }
      return VectorLine.width(path, text(line));
    } catch (IOException e) {
      throw unreadable(e);
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
    try (InputStream in = open()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (long number = 1; readLine(in, bytes, number); number++) {
        String text = text(bytes);
        if (number == 1 && VectorLine.isHeader(text)) {
          continue;
        }
        VectorLine line = VectorLine.of(path, number, text, width);
        if (wanted.test(line.token())) {
          consumer.accept(line.token(), line.vector());
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
   * Reads up to the next LF. No other character ends a line, because tokens can contain other white
   * space.
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
            "line %d exceeds %d bytes".formatted(number, MAX_LINE_BYTES),
            "Write one token and its numbers per line");
      }
    }
    return true;
  }

  /** Decodes a line. Malformed tokens contain replacement characters, which no text contains. */
  private static String text(ByteArrayOutputStream line) {
    return line.toString(StandardCharsets.UTF_8);
  }

  private InvalidDataException unreadable(IOException cause) {
    return new InvalidDataException(
        path, "not readable (" + cause.getMessage() + ")", "Check the path and the file", cause);
  }
}
