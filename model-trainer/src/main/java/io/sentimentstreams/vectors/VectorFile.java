package io.sentimentstreams.vectors;

import io.sentimentstreams.data.DataRejected;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Word vectors in the text format of GloVe (Pennington et al., 2014): on each line a token and its
 * numbers, with one space between. A line with the number of vectors and their width may stand
 * first, as word2vec writes it. Files that end in {@code .gz} or {@code .xz} are decompressed. Only
 * the vectors that are asked for are kept, so that a file may be larger than memory.
 *
 * @param path the file
 */
public record VectorFile(Path path) {

  /** Vectors can be no wider. */
  public static final int LARGEST_WIDTH = 4096;

  private static final int MAX_LINE_BYTES = 1 << 18;
  private static final int XZ_MEMORY_KIB = 128 << 10;
  private static final int BUFFER = 1 << 16;

  /**
   * The vectors' width, which the first line tells.
   *
   * @throws DataRejected if the file cannot be read or its first line holds no vector
   */
  public int width() {
    try (InputStream in = open()) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      if (!readLine(in, line, 1)) {
        throw new DataRejected(path, "is empty", "give a file of word vectors");
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
   * @throws DataRejected if a line is malformed, with its number
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
    InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    try {
      String name = path.toString().toLowerCase(Locale.ROOT);
      if (name.endsWith(".gz")) {
        return new BufferedInputStream(new GZIPInputStream(file, BUFFER), BUFFER);
      }
      return name.endsWith(".xz")
          ? new BufferedInputStream(new XZInputStream(file, XZ_MEMORY_KIB), BUFFER)
          : file;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
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
        throw new DataRejected(
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

  private DataRejected unreadable(IOException cause) {
    return new DataRejected(
        path, "cannot be read (" + cause.getMessage() + ")", "check the path and the file", cause);
  }
}
