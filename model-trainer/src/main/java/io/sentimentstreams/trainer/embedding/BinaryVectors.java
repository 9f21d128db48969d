package io.sentimentstreams.trainer.embedding;

import io.sentimentstreams.trainer.data.InvalidDataException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Word vectors in the binary format of word2vec (Mikolov et al., 2013): a line with the number of
 * vectors and their width, then for each vector its token, a space, little-endian 32-bit floats and
 * an optional line feed. Not thread-safe.
 */
final class BinaryVectors {

  /** Number of bytes that the detection reads at most. */
  private static final int SAMPLE = 1 << 16;

  private static final int MAX_TOKEN_BYTES = 1 << 16;

  private final Path path;
  private final DataInputStream in;
  private final long count;
  private final int width;

  private BinaryVectors(Path path, InputStream in, long count, int width) {
    this.path = path;
    this.in = new DataInputStream(in);
    this.count = count;
    this.width = width;
  }

  /**
   * Returns the vectors after the header; empty for text, of which nothing is read.
   *
   * @param in supports a mark of 64 KiB
   */
  static Optional<BinaryVectors> of(Path path, BufferedInputStream in) throws IOException {
    in.mark(SAMPLE);
    byte[] start = in.readNBytes(SAMPLE);
    in.reset();
    String text = new String(start, StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\n');
    if (end < 0 || !VectorLine.isHeader(text.substring(0, end))) {
      return Optional.empty();
    }
    String[] header = text.substring(0, end).strip().split(" ", -1);
    int width = VectorLine.width(path, text.substring(0, end));
    if (!isBinary(text.substring(end + 1), width)) {
      return Optional.empty();
    }
    in.skipNBytes(end + 1L);
    return Optional.of(new BinaryVectors(path, in, Long.parseLong(header[0]), width));
  }

  /** Returns whether bytes that no number in a text has follow the first token. */
  private static boolean isBinary(String body, int width) {
    int line = body.indexOf('\n');
    String first = line < 0 ? body : body.substring(0, line);
    String[] fields = first.strip().split(" ", -1);
    if (fields.length > width && fields[fields.length - 1].matches("[-+.0-9eE]+")) {
      return false;
    }
    int space = body.indexOf(' ', body.startsWith("\n") ? 1 : 0);
    if (space < 0) {
      return false;
    }
    int to = Math.min(body.length(), space + 1 + width * Float.BYTES);
    return body.substring(space + 1, to)
        .chars()
        .anyMatch(
            each -> (each < ' ' && each != '\n' && each != '\r' && each != '\t') || each > 126);
  }

  /**
   * Reads all vectors.
   *
   * @throws InvalidDataException if the file is not complete or a number is not finite
   */
  void forEach(Predicate<String> wanted, BiConsumer<String, float[]> consumer) throws IOException {
    byte[] bytes = new byte[width * Float.BYTES];
    for (long i = 1; i <= count; i++) {
      try {
        String token = token(i);
        in.readFully(bytes);
        if (wanted.test(token)) {
          consumer.accept(token, vector(i, bytes));
        }
      } catch (EOFException e) {
        throw new InvalidDataException(
            path,
            "vector %d of %d is not complete".formatted(i, count),
            "Check that the file is complete",
            e);
      }
    }
  }

  private String token(long number) throws IOException {
    ByteArrayOutputStream token = new ByteArrayOutputStream();
    for (int next = in.readUnsignedByte(); next != ' '; next = in.readUnsignedByte()) {
      if (next != '\n' || token.size() > 0) {
        token.write(next);
      }
      if (token.size() > MAX_TOKEN_BYTES) {
        throw new InvalidDataException(
            path,
            "vector %d: the token exceeds %d bytes".formatted(number, MAX_TOKEN_BYTES),
            "Use a file that word2vec or gensim wrote");
      }
    }
    return token.toString(StandardCharsets.UTF_8);
  }

  private float[] vector(long number, byte[] bytes) {
    float[] vector = new float[width];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    for (float value : vector) {
      if (!Float.isFinite(value)) {
        throw new InvalidDataException(
            path,
            "vector %d: %s is not a finite number".formatted(number, value),
            "Use a file that word2vec or gensim wrote");
      }
    }
    return vector;
  }
}
