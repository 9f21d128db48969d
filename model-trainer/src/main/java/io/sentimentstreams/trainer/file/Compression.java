package io.sentimentstreams.trainer.file;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** Compression of a file, detected by its first bytes, whatever the name. */
public enum Compression {
  /** Not compressed. */
  NONE("not compressed", ""),
  /** Usually {@code .gz}. */
  GZIP("gzip", "\u001F\u008B\b"),
  /** Usually {@code .bz2}. */
  BZIP2("bzip2", "BZh"),
  /** Usually {@code .xz}. */
  XZ("xz", "\u00FD7zXZ\u0000"),
  /** Usually {@code .zst}. */
  ZSTD("zstd", "(\u00B5/\u00FD");

  private static final int BUFFER = 1 << 16;

  /** Base-2 logarithm of the memory limit for decompression: files declare the size they need. */
  private static final int LOG2_MEMORY = 27;

  private static final Pattern EXTENSION = Pattern.compile("\\.(?:gz|gzip|bz2|xz|zst|zstd)$");

  private final String label;

  /** First bytes, as characters of ISO 8859-1. */
  private final String magic;

  Compression(String label, String magic) {
    this.label = label;
    this.magic = magic;
  }

  /** Returns the display name, such as {@code gzip}. */
  public String label() {
    return label;
  }

  /** Returns the compression of a file with these first bytes. */
  public static Compression of(byte[] start) {
    return Arrays.stream(values())
        .filter(each -> each != NONE && each.begins(start))
        .filter(each -> each != BZIP2 || isBzip2(start))
        .findFirst()
        .orElse(NONE);
  }

  /** Returns whether the magic number of a block or of the end follows, unlike in a text. */
  private static boolean isBzip2(byte[] start) {
    if (start.length < 7) {
      return false;
    }
    String block = new String(start, 4, 3, StandardCharsets.ISO_8859_1);
    return block.equals("1AY") || block.equals("\u0017rE");
  }

  private boolean begins(byte[] start) {
    int length = Math.min(start.length, magic.length());
    return new String(start, 0, length, StandardCharsets.ISO_8859_1).equals(magic);
  }

  /**
   * Returns the lower-case name without the compression extension: {@code a.csv} for {@code
   * A.csv.gz}.
   */
  public static String uncompressedName(Path path) {
    return EXTENSION.matcher(path.toString().toLowerCase(Locale.ROOT)).replaceFirst("");
  }

  /**
   * Returns a buffered stream of the decompressed content. Decompression uses at most 128 MiB of
   * memory. Concatenated members are read one after the other.
   *
   * @throws IOException if the stream has another compression
   */
  public InputStream decompress(InputStream in) throws IOException {
    return switch (this) {
      case NONE -> in;
      case GZIP -> buffered(new GZIPInputStream(in, BUFFER));
      case BZIP2 -> buffered(new BZip2CompressorInputStream(in, true));
      case XZ -> buffered(new XZInputStream(in, 1 << (LOG2_MEMORY - 10))); // in KiB
      case ZSTD -> buffered(new ZstdInputStream(in).setLongMax(LOG2_MEMORY));
    };
  }

  private static InputStream buffered(InputStream in) {
    return new BufferedInputStream(in, BUFFER);
  }
}
