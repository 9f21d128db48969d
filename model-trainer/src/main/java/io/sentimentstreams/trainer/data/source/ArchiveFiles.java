package io.sentimentstreams.trainer.data.source;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LimitedStream;
import io.sentimentstreams.trainer.data.PrintableText;
import io.sentimentstreams.trainer.data.ReviewText;
import io.sentimentstreams.trainer.file.Compression;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reader of the files in a tar archive, in one pass and without unpacking to disk. */
final class ArchiveFiles {

  /** Limit on the unpacked size in bytes; the official archive has 0.5 GB. */
  private static final long MAX_BYTES = 4L << 30;

  /** Limit on the headers of one entry in bytes, such as long names. */
  private static final long MAX_HEADER_BYTES = 1 << 20;

  private static final int BLOCK_BYTES = 512;

  private ArchiveFiles() {}

  /** Returns whether a file has the name of an archive. */
  static boolean isArchive(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).matches(".*\\.(?:tgz|tbz2?|txz|tzst)")
        || Compression.uncompressedName(path).endsWith(".tar");
  }

  /** Returns whether a file begins like an archive, whatever its name. */
  static boolean isTarContent(Path path) {
    try (InputStream in = open(path)) {
      byte[] start = in.readNBytes(BLOCK_BYTES);
      return TarArchiveInputStream.matches(start, start.length);
    } catch (IOException e) {
      return false;
    }
  }

  /** Opens the decompressed content. */
  private static InputStream open(Path path) throws IOException {
    InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    try {
      file.mark(BLOCK_BYTES);
      Compression compression = Compression.of(file.readNBytes(BLOCK_BYTES));
      file.reset();
      InputStream content = compression.decompress(file);
      content.mark(BLOCK_BYTES);
      if (content.readNBytes(BLOCK_BYTES).length < BLOCK_BYTES) {
        throw new IOException("no header of a tar archive");
      }
      content.reset();
      return content;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /**
   * Reads selected files. Only regular files are read; links are ignored.
   *
   * @param select maps an entry name, with {@code /} between folders, to a value; empty for files
   *     to skip
   * @param consumer receives that value and the file's bytes, at most {@link ReviewText#MAX_BYTES}
   *     + 1
   * @param <T> type of the values
   */
  static <T> void read(
      Path path, Function<String, Optional<T>> select, BiConsumer<T, byte[]> consumer) {
    long total = 0;
    try (LimitedStream file = new LimitedStream(open(path), MAX_HEADER_BYTES);
        TarArchiveInputStream archive = new TarArchiveInputStream(file, "UTF-8")) {
      for (TarArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        total = addSize(path, total, entry);
        file.allow(entry.getSize() + BLOCK_BYTES + MAX_HEADER_BYTES);
        Optional<T> selected = select.apply(entry.getName());
        if (selected.isPresent() && isPlainFile(entry)) {
          consumer.accept(selected.get(), archive.readNBytes(ReviewText.MAX_BYTES + 1));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidDataException(
          path, "not a complete archive (" + e.getMessage() + ")", "Download it again", e);
    }
  }

  private static long addSize(Path path, long total, TarArchiveEntry entry) {
    long size = Math.max(entry.getSize(), entry.getRealSize());
    if (size < 0 || total + BLOCK_BYTES + size > MAX_BYTES) {
      throw new InvalidDataException(
          path,
          "the unpacked size exceeds %d bytes at %s"
              .formatted(MAX_BYTES, PrintableText.of(entry.getName())),
          "Use the official archive, or unpack it and use the folder");
    }
    return total + BLOCK_BYTES + size;
  }

  private static boolean isPlainFile(TarArchiveEntry entry) {
    return entry.isFile() && !entry.isLink() && !entry.isSymbolicLink() && !entry.isSparse();
  }
}
