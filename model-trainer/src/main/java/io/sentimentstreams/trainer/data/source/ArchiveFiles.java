package io.sentimentstreams.trainer.data.source;

import io.sentimentstreams.trainer.data.Compression;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.LimitedStream;
import io.sentimentstreams.trainer.data.ReviewText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads files out of a tar archive, in one pass and without unpacking it. */
final class ArchiveFiles {

  /** What a whole archive may hold, unpacked; the official one holds 0.5 GB. */
  private static final long MAX_BYTES = 4L << 30;

  /** What an archive may say of one file besides its bytes: long names, for example. */
  private static final long MAX_HEADER_BYTES = 1 << 20;

  private static final int BLOCK_BYTES = 512;

  private ArchiveFiles() {}

  /** Whether a file's name is that of an archive. */
  static boolean isArchive(Path path) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(".tgz")
        || Compression.uncompressedName(path).endsWith(".tar");
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
    try (LimitedStream file = new LimitedStream(compression(path).open(path), MAX_HEADER_BYTES);
        TarArchiveInputStream archive = new TarArchiveInputStream(file, "UTF-8")) {
      for (TarArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        announced = addSize(path, announced, entry);
        file.allow(entry.getSize() + BLOCK_BYTES + MAX_HEADER_BYTES);
        Optional<T> recognised = recognise.apply(entry.getName());
        if (recognised.isPresent() && isPlainFile(entry)) {
          found.accept(recognised.get(), archive.readNBytes(ReviewText.MAX_BYTES + 1));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidDataException(
          path, "is no whole archive (" + e.getMessage() + ")", "download it again", e);
    }
  }

  private static Compression compression(Path path) {
    Compression compression = Compression.of(path);
    return compression == Compression.NONE && !Compression.uncompressedName(path).endsWith(".tar")
        ? Compression.GZIP // A .tgz.
        : compression;
  }

  private static long addSize(Path path, long announced, TarArchiveEntry entry) {
    long size = Math.max(entry.getSize(), entry.getRealSize());
    if (size < 0 || announced + BLOCK_BYTES + size > MAX_BYTES) {
      throw new InvalidDataException(
          path,
          "holds more than %d bytes at %s"
              .formatted(MAX_BYTES, ReviewText.printable(entry.getName())),
          "give the official archive, or unpack it and give the folder");
    }
    return announced + BLOCK_BYTES + size;
  }

  private static boolean isPlainFile(TarArchiveEntry entry) {
    return entry.isFile() && !entry.isLink() && !entry.isSymbolicLink() && !entry.isSparse();
  }
}
