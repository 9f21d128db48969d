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

/** How a file is compressed, as the end of its name says. */
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

  /** The most memory that decompression takes, for a file can ask for any. */
  private static final int LOG2_MEMORY = 27;

  private final String ending;

  Compression(String ending) {
    this.ending = ending;
  }

  /** The compression of a file with a name. */
  public static Compression of(Path path) {
    String name = lowerCase(path);
    return Arrays.stream(values())
        .filter(each -> each != NONE && name.endsWith(each.ending))
        .findFirst()
        .orElse(NONE);
  }

  /** The name of what a file holds, in lower case: {@code a.csv} for {@code A.csv.gz}. */
  public static String uncompressedName(Path path) {
    String name = lowerCase(path);
    return name.substring(0, name.length() - of(path).ending.length());
  }

  private static String lowerCase(Path path) {
    return path.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * Opens a file and decompresses it as it is read, with a buffer, and in at most 128 MiB of
   * memory.
   *
   * @throws IOException if there is no such file, or it is not compressed in this way
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
      case XZ -> buffered(new XZInputStream(file, 1 << (LOG2_MEMORY - 10))); // In KiB.
      case ZSTD -> buffered(new ZstdInputStream(file).setLongMax(LOG2_MEMORY));
    };
  }

  private static InputStream buffered(InputStream in) {
    return new BufferedInputStream(in, BUFFER);
  }
}
