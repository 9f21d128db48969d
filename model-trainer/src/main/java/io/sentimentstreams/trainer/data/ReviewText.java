package io.sentimentstreams.trainer.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reader of untrusted review files. */
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
}
