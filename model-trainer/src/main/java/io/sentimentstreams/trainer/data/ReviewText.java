package io.sentimentstreams.trainer.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A review that is a file of its own, in UTF-8, and not trusted. */
public final class ReviewText {

  /** Largest review that is read, in bytes of UTF-8. */
  public static final int MAX_BYTES = 1 << 20;

  private ReviewText() {}

  /** The bytes of a file, not many more than a review may have. */
  public static byte[] readBytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES + 1);
    }
  }

  /**
   * Decodes a review.
   *
   * @param source the folder or archive that holds it
   * @param name the file's
   * @param bytes UTF-8; one byte more than the limit means that the file is larger
   */
  public static String decode(Path source, String name, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new InvalidDataException(
          source,
          "%s is larger than %d bytes".formatted(name, MAX_BYTES),
          "shorten the review or remove it");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidDataException(
          source, name + " is not valid UTF-8", "convert the file to UTF-8", e);
    }
  }

  /** A stranger's name, fit for a terminal. */
  public static String printable(String name) {
    String cut = name.length() > 100 ? name.substring(0, 100) + "..." : name;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }
}
