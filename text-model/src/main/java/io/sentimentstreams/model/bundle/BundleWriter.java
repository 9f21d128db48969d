package io.sentimentstreams.model.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sentimentstreams.model.file.AtomicFile;
import io.sentimentstreams.model.file.OutputCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
   * Writes a bundle atomically. Before it replaces the target it is opened as a reader does, with
   * all limits, checksums and golden scores.
   *
   * @param zip target file; its folder must exist
   * @throws UncheckedIOException if it cannot be written
   * @throws UnusableBundleException if no reader could open the bundle; the target is as before
   */
  public static void write(Bundle bundle, Path zip) {
    byte[] bytes = checkedBytes(bundle, zip);
    try {
      // Temporary files of the system are not readable by other users, so the part file is created
      // next to the target.
      AtomicFile.write(zip, bytes);
    } catch (IOException e) {
      throw OutputCheck.failure(zip, e);
    }
  }

  /**
   * Checks that a bundle can be opened after it was written, without writing it.
   *
   * @param zip file that the messages name
   * @throws UnusableBundleException if no reader could open it
   */
  public static void check(Bundle bundle, Path zip) {
    checkedBytes(bundle, zip);
  }

  private static byte[] checkedBytes(Bundle bundle, Path zip) {
    byte[] bytes;
    try {
      bytes = bytes(bundle);
    } catch (IOException | ArithmeticException e) { // more bytes than an array can have
      throw new UnusableBundleException(zip, BundleJson.problem(e), e);
    }
    try {
      BundleReader.read(zip, bytes);
    } catch (InvalidBundleException e) {
      throw new UnusableBundleException(zip, e.problem(), e);
    }
    return bytes;
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
