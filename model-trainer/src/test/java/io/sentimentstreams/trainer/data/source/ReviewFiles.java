package io.sentimentstreams.trainer.data.source;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Writer of small data sets in the official layout. */
final class ReviewFiles {

  /** Writes four training reviews and two test reviews. */
  static final Map<String, String> REVIEWS =
      new TreeMap<>(
          Map.of(
              "train/pos/0_9.txt", "lovely",
              "train/pos/10_7.txt", "très bien, 素晴らしい",
              "train/neg/0_3.txt", "dull",
              "train/neg/2_1.txt", "awful",
              "test/pos/0_10.txt", "great",
              "test/neg/0_2.txt", "weak"));

  private ReviewFiles() {}

  static Path folder(Path folder) {
    REVIEWS.forEach((name, text) -> write(folder.resolve(name), text));
    return folder;
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a small version of the official archive, including its other entries. */
  static Path archive(Path file) throws IOException {
    try (Tar tar = new Tar(file)) {
      tar.add("aclImdb/README", "about");
      tar.add("aclImdb/train/unsup/0_0.txt", "unlabelled");
      REVIEWS.forEach((name, text) -> tar.add("aclImdb/" + name, text));
      tar.add("aclImdb/test/urls_pos.txt", "addresses");
    }
    return file;
  }

  /** Opens a file with the compression of its extension. */
  static OutputStream compressed(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".xz")) {
      return new XZOutputStream(out, new LZMA2Options(0));
    }
    if (name.endsWith(".zst")) {
      return new ZstdOutputStream(out);
    }
    if (name.endsWith(".bz2")) {
      return new BZip2CompressorOutputStream(out);
    }
    return name.endsWith("gz") ? new GZIPOutputStream(out) : out;
  }

  /** Writer of an archive with the compression of its extension. */
  static final class Tar implements AutoCloseable {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");
    private final Path file;

    Tar(Path file) {
      this.file = file;
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    }

    void add(String name, String text) {
      byte[] content = text.getBytes(StandardCharsets.UTF_8);
      TarArchiveEntry entry = new TarArchiveEntry(name, true);
      entry.setSize(content.length);
      put(entry, content);
    }

    void addLink(String name, String target) {
      TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      entry.setLinkName(target);
      put(entry, new byte[0]);
    }

    private void put(TarArchiveEntry entry, byte[] content) {
      try {
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      tar.close();
      try (OutputStream out = compressed(file)) {
        bytes.writeTo(out);
      }
    }
  }
}
