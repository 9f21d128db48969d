package io.sentimentstreams.trainer.data;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/** Compression of a file, determined by the file extension. */
public enum Compression {
  /** Not compressed. */
  NONE(""),
  /** {@code .gz}. */
  GZIP(".gz"),
  /** {@code .xz}. */
  XZ(".xz"),
  /** {@code .zst}. */
  ZSTD(".zst");

  private static final int BUFFER = 1 << 16;

  /** Base-2 logarithm of the memory limit for decompression: files declare the size they need. */
  private static final int LOG2_MEMORY = 27;

  private final String extension;

  Compression(String extension) {
    this.extension = extension;
  }

  /** Returns the compression of a file. */
  public static Compression of(Path path) {
    String name = lowerCase(path);
    return Arrays.stream(values())
        .filter(each -> each != NONE && name.endsWith(each.extension))
        .findFirst()
        .orElse(NONE);
  }

  /**
   * Returns the lower-case name without the compression extension: {@code a.csv} for {@code
   * A.csv.gz}.
   */
  public static String uncompressedName(Path path) {
    String name = lowerCase(path);
    return name.substring(0, name.length() - of(path).extension.length());
  }

  private static String lowerCase(Path path) {
    return path.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * Opens a buffered stream of the decompressed content. Decompression uses at most 128 MiB of
   * memory.
   *
   * @throws IOException if the file does not exist or has another compression
   */
  public InputStream open(Path path) throws IOException {
    InputStream file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    try {
      return decompressed(file);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private InputStream decompressed(InputStream file) throws IOException {
    return switch (this) {
      case NONE -> file;
      case GZIP -> buffered(new GZIPInputStream(file, BUFFER));
      case XZ -> buffered(new XZInputStream(file, 1 << (LOG2_MEMORY - 10))); // in KiB
      case ZSTD -> buffered(new ZstdInputStream(file).setLongMax(LOG2_MEMORY));
    };
  }

  private static InputStream buffered(InputStream in) {
    return new BufferedInputStream(in, BUFFER);
  }
}
