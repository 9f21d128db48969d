package io.sentimentstreams.trainer.file;

import io.sentimentstreams.trainer.data.InvalidDataException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The one place that opens text files. Compression, byte order mark and line ends are detected by
 * content. A file of another kind, such as a zip archive or a Python pickle, is rejected with its
 * name and a way to convert it.
 *
 * @param path the file; only its name for standard input
 * @param content content that the file should have
 * @param encoding encoding of files without a byte order mark
 */
public record TextFile(Path path, TextContent content, Encoding encoding) {

  /** Name of standard input in messages. */
  public static final Path STANDARD_INPUT = Path.of("standard input");

  /** Number of bytes at the start of a file that the detection reads. */
  private static final int SAMPLE = 1 << 16;

  /** Number of bytes of standard input that the detection needs, unless a line is shorter. */
  private static final int INTERACTIVE_SAMPLE = 8;

  private static final int BUFFER = 1 << 16;
  private static final int BINARY_SAMPLE = 1 << 10;

  /** A shorter file is a text, even with control characters. */
  private static final int MIN_BINARY = 32;

  /**
   * Opens the file.
   *
   * @throws InvalidDataException if it is missing, a folder, or not a text
   * @throws IOException if it cannot be read
   */
  public TextStream open() throws IOException {
    if (Files.isDirectory(path)) {
      throw folder();
    }
    InputStream file = Files.newInputStream(path);
    try {
      return opened(file, SAMPLE);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * Opens the content of this file from a stream. Only few bytes are read ahead, so that lines can
   * be typed one by one.
   *
   * @throws InvalidDataException if it is not a text
   */
  public TextStream open(InputStream in) throws IOException {
    return opened(in, INTERACTIVE_SAMPLE);
  }

  /**
   * Reads the whole file.
   *
   * @param maxBytes limit on the size in UTF-8
   * @throws InvalidDataException if it is not a text, not well-formed or too large
   */
  public String read(int maxBytes) {
    try (TextStream in = open()) {
      return text(in, maxBytes);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Decodes the content of this file.
   *
   * @param bytes content, without compression
   * @throws InvalidDataException if it is not a text, not well-formed or too large
   */
  public String decode(byte[] bytes, int maxBytes) {
    try (TextStream in = opened(new ByteArrayInputStream(bytes), SAMPLE)) {
      return text(in, maxBytes);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private String text(TextStream in, int maxBytes) throws IOException {
    byte[] bytes = in.readNBytes(maxBytes);
    if (in.read() >= 0) {
      throw new InvalidDataException(
          path, "the content exceeds %d bytes".formatted(maxBytes), content.remedy());
    }
    Optional<Utf8Problem> problem = Utf8Problem.of(bytes, 0, bytes.length);
    if (problem.isPresent()) {
      throw new InvalidDataException(
          path, problem.get().inFile(in.charset()), encoding.remedyForMalformed());
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Returns an error for a file that cannot be read. */
  public InvalidDataException unreadable(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return new InvalidDataException(path, "no such file", "Check the path", cause);
    }
    if (cause instanceof AccessDeniedException) {
      return new InvalidDataException(
          path, "no permission to read the file", "Check its permissions", cause);
    }
    return new InvalidDataException(
        path,
        "not readable (%s)"
            .formatted(Optional.ofNullable(cause.getMessage()).orElse(cause.toString())),
        "Check that the file is complete",
        cause);
  }

  private InvalidDataException folder() {
    boolean savedModel = Files.exists(path.resolve("saved_model.pb"));
    return new InvalidDataException(
        path, savedModel ? "a SavedModel folder of TensorFlow" : "a folder", content.remedy());
  }

  private TextStream opened(InputStream file, int sample) throws IOException {
    byte[] start = start(file, sample);
    InputStream whole = joined(start, file);
    Compression compression = Compression.of(start);
    if (compression != Compression.NONE) {
      try {
        whole = compression.decompress(whole);
        start = start(whole, SAMPLE);
      } catch (IOException e) {
        throw new InvalidDataException(
            path,
            "a damaged %s file (%s)"
                .formatted(
                    compression.label(),
                    e instanceof EOFException ? "it is incomplete" : e.getMessage()),
            "Check that the file is complete",
            e);
      }
      whole = joined(start, whole);
    }
    requireText(start);
    return decoded(start, whole);
  }

  private static InputStream joined(byte[] start, InputStream rest) {
    return new BufferedInputStream(
        new SequenceInputStream(new ByteArrayInputStream(start), rest), BUFFER);
  }

  /** Reads until there are enough bytes, a line is complete, or the stream ends. */
  private static byte[] start(InputStream in, int sample) throws IOException {
    if (sample == SAMPLE) {
      return in.readNBytes(sample);
    }
    ByteArrayOutputStream start = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    while (start.size() < sample) {
      int count = in.read(buffer);
      if (count < 0) {
        break;
      }
      start.write(buffer, 0, count);
      if (buffer[count - 1] == '\n') {
        break;
      }
    }
    return start.toByteArray();
  }

  private void requireText(byte[] start) {
    Compression inner = Compression.of(start);
    if (inner != Compression.NONE) {
      throw new InvalidDataException(
          path,
          "compressed twice, inside is a %s file".formatted(inner.label()),
          "Decompress it once");
    }
    Optional<ContentKind> kind =
        ContentKind.of(start).filter(each -> each != ContentKind.HTML || !content.isFreeText());
    if (kind.isPresent()) {
      throw new InvalidDataException(path, kind.get().label(), content.remedy(kind.get(), path));
    }
  }

  private TextStream decoded(byte[] start, InputStream whole) throws IOException {
    DetectedCharset detected = detected(start);
    whole.skipNBytes(detected.markLength());
    Charset charset = detected.charset();
    String head =
        new String(Arrays.copyOfRange(start, detected.markLength(), start.length), charset);
    InputStream utf8 =
        charset.equals(StandardCharsets.UTF_8)
            ? whole
            : new BufferedInputStream(new Transcoder(whole, charset), BUFFER);
    int first = head.indexOf('\r');
    boolean carriageReturns =
        content != TextContent.REVIEW
            && first >= 0
            && first < head.length() - 1
            && head.indexOf('\n') < 0;
    return new TextStream(carriageReturns ? new CarriageReturns(utf8) : utf8, charset.name());
  }

  private DetectedCharset detected(byte[] start) {
    Optional<DetectedCharset> marked = DetectedCharset.ofMark(start);
    if (marked.isPresent()) {
      return marked.get();
    }
    Optional<Charset> wide =
        isBinaryVectors(start) ? Optional.empty() : DetectedCharset.ofNulBytes(start);
    if (encoding.charset().isPresent() && !encoding.isOrderOpen()) {
      return new DetectedCharset(encoding.charset().get(), 0);
    }
    if (wide.isPresent() && encoding.isOrderOpen()) {
      return new DetectedCharset(wide.get(), 0);
    }
    if (wide.isPresent()) {
      throw new InvalidDataException(
          path,
          "%s without a byte order mark".formatted(wide.get().name()),
          encoding.remedy(wide.get().name()));
    }
    if (encoding.isOrderOpen()) {
      throw new InvalidDataException(
          path,
          "no byte order mark, and the byte order is unknown",
          "Use --charset UTF-16LE or --charset UTF-16BE");
    }
    int sample = Math.min(start.length, BINARY_SAMPLE);
    String text = new String(start, 0, sample, StandardCharsets.ISO_8859_1);
    boolean controls =
        7 * text.chars().filter(each -> each < '\t' || (each > '\r' && each < ' ')).count()
            > sample;
    if (sample > MIN_BINARY && controls && !isBinaryVectors(start)) {
      throw new InvalidDataException(path, "binary data", content.remedy());
    }
    return new DetectedCharset(StandardCharsets.UTF_8, 0);
  }

  /** Returns whether word vectors can be in the binary format of word2vec, after a line of text. */
  private boolean isBinaryVectors(byte[] start) {
    String text = new String(start, 0, Math.min(start.length, 32), StandardCharsets.ISO_8859_1);
    return content == TextContent.VECTORS && text.matches("(?s)[0-9]+ [0-9]+ *\r?\n.*");
  }
}
