package io.sentimentstreams.model.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writer of bundles; equal bundles give equal bytes. */
public final class BundleWriter {

  /** File name of a bundle in a folder that also contains its model card. */
  public static final String FILE_NAME = "bundle.zip";

  private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private BundleWriter() {}

  /**
   * Writes a bundle atomically.
   *
   * @param zip target file; its folder must exist
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(Bundle bundle, Path zip) {
    try {
      // Temporary files of the system are not readable by other users, so the part file is created
      // next to the target.
      Path unfinished = zip.resolveSibling(zip.getFileName() + ".part");
      try {
        Files.write(unfinished, bytes(bundle));
        Files.move(
            unfinished, zip, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the bundle: " + zip + " (" + e + ").", e);
    }
  }

  private static byte[] bytes(Bundle bundle) throws IOException {
    BundleParts parts = parts(bundle);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      for (BundlePart part : BundlePart.values()) {
        ZipEntry entry = new ZipEntry(part.entry());
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        zip.write(parts.bytes(part));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static BundleParts parts(Bundle bundle) throws JsonProcessingException {
    BundleParts parts = new BundleParts();
    parts.put(
        BundlePart.MANIFEST,
        BundleJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(bundle.manifest()));
    parts.put(BundlePart.TOKENIZER, TokenizerPart.write(bundle.tokenizer()));
    parts.put(BundlePart.WEIGHTS, Safetensors.write(bundle.model().weights()));
    StringBuilder golden = new StringBuilder();
    for (GoldenScore score : bundle.golden()) {
      golden.append(BundleJson.MAPPER.writeValueAsString(score)).append('\n');
    }
    parts.put(BundlePart.GOLDEN, golden.toString());
    parts.put(BundlePart.CHECKSUMS, parts.checksums());
    return parts;
  }
}
