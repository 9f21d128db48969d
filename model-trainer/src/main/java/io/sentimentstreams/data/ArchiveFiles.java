package io.sentimentstreams.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Reads files out of a tar archive, in one pass and without unpacking it. */
final class ArchiveFiles {

  /** What a whole archive may hold, unpacked; the official one holds 0.5 GB. */
  private static final long MAX_BYTES = 4L << 30;

  private static final int XZ_MEMORY_KIB = 128 << 10;

  private ArchiveFiles() {}

  /** Whether a file's name, in lower case, is that of an archive. */
  static boolean recognises(String name) {
    return name.endsWith(".tar")
        || name.endsWith(".tar.gz")
        || name.endsWith(".tgz")
        || name.endsWith(".tar.xz");
  }

  /**
   * Reads the files that are wanted. Only plain files are looked at; links are not.
   *
   * @param recognise what a name says, with {@code /} between folders; empty for what is not wanted
   * @param found takes that and the file's bytes, not many more than a review may have
   * @param <T> what names say
   */
  static <T> void read(
      Path path, Function<String, Optional<T>> recognise, BiConsumer<T, byte[]> found) {
    long announced = 0;
    try (InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        TarArchiveInputStream archive =
            new TarArchiveInputStream(decompressed(path, file), "UTF-8")) {
      for (TarArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        announced = added(path, announced, entry);
        Optional<T> recognised = recognise.apply(entry.getName());
        if (recognised.isPresent() && isPlainFile(entry)) {
          found.accept(recognised.get(), archive.readNBytes(DataSource.MAX_REVIEW_BYTES + 1));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new DataRejected(
          path, "is no whole archive (" + e.getMessage() + ")", "download it again", e);
    }
  }

  private static InputStream decompressed(Path path, InputStream file) throws IOException {
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".tar")) {
      return file;
    }
    return name.endsWith(".xz")
        ? new XZInputStream(file, XZ_MEMORY_KIB)
        : new GZIPInputStream(file, 1 << 16);
  }

  private static long added(Path path, long announced, TarArchiveEntry entry) {
    long size = Math.max(entry.getSize(), entry.getRealSize());
    if (size < 0 || announced + size > MAX_BYTES) {
      throw new DataRejected(
          path,
          "holds more than %d bytes at %s"
              .formatted(MAX_BYTES, ReviewText.printable(entry.getName())),
          "give the official archive, or unpack it and give the folder");
    }
    return announced + size;
  }

  private static boolean isPlainFile(TarArchiveEntry entry) {
    return entry.isFile() && !entry.isLink() && !entry.isSymbolicLink() && !entry.isSparse();
  }
}
