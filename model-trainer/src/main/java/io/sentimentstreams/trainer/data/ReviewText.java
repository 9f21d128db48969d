package io.sentimentstreams.trainer.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reader and decoder of untrusted UTF-8 review files. */
public final class ReviewText {

  /** Largest review that is read, in bytes of UTF-8. */
  public static final int MAX_BYTES = 1 << 20;

  private ReviewText() {}

  /** Reads a file, at most {@link #MAX_BYTES} + 1 bytes. */
  public static byte[] readBytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES + 1);
    }
  }

  /**
   * Decodes a review.
   *
   * @param source folder or archive with the review
   * @param name of the file
   * @param bytes UTF-8; a length above {@link #MAX_BYTES} is rejected
   */
  public static String decode(Path source, String name, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new InvalidDataException(
          source, "%s exceeds %d bytes".formatted(name, MAX_BYTES), "Shorten or remove the review");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidDataException(
          source, name + " is not valid UTF-8", "Convert the file to UTF-8", e);
    }
  }
}
