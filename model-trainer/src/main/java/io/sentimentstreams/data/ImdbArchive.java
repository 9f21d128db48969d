package io.sentimentstreams.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The Large Movie Review Dataset as the archive it is published in, read in one pass without
 * unpacking it. Only plain files with the name of a review are looked at; links are not.
 *
 * @param path a {@code .tar}, {@code .tar.gz}, {@code .tgz} or {@code .tar.xz} file
 */
public record ImdbArchive(Path path) implements DataSource {

  /** What a whole archive may hold, unpacked; the official one holds 0.5 GB. */
  private static final long MAX_BYTES = 4L << 30;

  private static final int XZ_MEMORY_KIB = 128 << 10;

  /** Whether a file's name, in lower case, is that of an archive. */
  static boolean recognises(String name) {
    return name.endsWith(".tar")
        || name.endsWith(".tar.gz")
        || name.endsWith(".tgz")
        || name.endsWith(".tar.xz");
  }

  @Override
  public List<LabelledText> read(Split split) {
    List<LabelledText> texts = new ArrayList<>();
    long announced = 0;
    try (InputStream file = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        TarArchiveInputStream archive = new TarArchiveInputStream(decompressed(file), "UTF-8")) {
      for (TarArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        announced = added(announced, entry);
        Optional<ImdbLayout.Entry> review = ImdbLayout.recognise(entry.getName());
        if (review.isPresent() && review.get().split() == split && isPlainFile(entry)) {
          byte[] bytes = archive.readNBytes(MAX_REVIEW_BYTES + 1);
          texts.add(ImdbLayout.decode(path, review.get(), bytes));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new DataRejected(
          path, "is no whole archive (" + e.getMessage() + ")", "download it again", e);
    }
    return ImdbLayout.sorted(path, split, texts);
  }

  private InputStream decompressed(InputStream file) throws IOException {
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".tar")) {
      return file;
    }
    return name.endsWith(".xz")
        ? new XZInputStream(file, XZ_MEMORY_KIB)
        : new GZIPInputStream(file, 1 << 16);
  }

  private long added(long announced, TarArchiveEntry entry) {
    long size = Math.max(entry.getSize(), entry.getRealSize());
    if (size < 0 || announced + size > MAX_BYTES) {
      throw new DataRejected(
          path,
          "holds more than %d bytes at %s".formatted(MAX_BYTES, printable(entry.getName())),
          "give the official archive, or unpack it and give the folder");
    }
    return announced + size;
  }

  private static boolean isPlainFile(TarArchiveEntry entry) {
    return entry.isFile() && !entry.isLink() && !entry.isSymbolicLink() && !entry.isSparse();
  }

  /** A stranger's name, fit for a terminal. */
  private static String printable(String name) {
    String cut = name.length() > 100 ? name.substring(0, 100) + "..." : name;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }
}
