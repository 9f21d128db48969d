package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.InvalidBundleException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The fuzz target for bundles. Not thread-safe. */
public final class FuzzedBundle {

  static final List<String> PARTS =
      List.of("manifest.json", "tokenizer.json", "weights.safetensors", "golden.jsonl");

  private static final String SUMS = "SHA256SUMS";
  private static final Path ZIP = file();
  private static final byte[] WHOLE = whole();
  private static final Map<String, byte[]> ENTRIES = entries(WHOLE);

  private FuzzedBundle() {}

  /** Returns a valid bundle. */
  static byte[] sample() {
    return WHOLE.clone();
  }

  /** Returns a part of the valid bundle. */
  static byte[] sample(String part) {
    return Objects.requireNonNull(ENTRIES.get(part), part).clone();
  }

  /** Reads a bundle with one part replaced; the first byte selects it. Jazzer calls this method. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    if (bytes.length > 0) {
      String part = PARTS.get(Math.floorMod(bytes[0], PARTS.size()));
      readWith(part, Arrays.copyOfRange(bytes, 1, bytes.length));
    }
  }

  /** Reads a bundle with valid checksums, so that the parts are read. */
  static void readWith(String part, byte[] content) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>(ENTRIES);
    entries.put(part, content);
    entries.put(SUMS, checksums(entries));
    read(zip(entries));
  }

  /** Reads a bundle or rejects it in one line. */
  static void read(byte[] bytes) throws IOException {
    Files.write(ZIP, bytes);
    try {
      assertThat(BundleReader.read(ZIP).sha256()).hasSize(64);
    } catch (InvalidBundleException refused) {
      assertThat(refused.getMessage()).hasLineCount(1).hasSizeLessThan(1_000);
    }
  }

  private static Path file() {
    try {
      Path file = Files.createTempFile("fuzzed", ".zip");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] whole() {
    try {
      Path folder = Files.createTempDirectory("fuzzed");
      Path bundle = TinyBundle.write(folder);
      byte[] bytes = Files.readAllBytes(bundle);
      Files.delete(bundle);
      Files.delete(folder);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> entries(byte[] zip) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(Deflater.BEST_SPEED);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] checksums(Map<String, byte[]> entries) {
    StringBuilder lines = new StringBuilder();
    entries.forEach(
        (name, content) -> {
          if (!name.equals(SUMS)) {
            lines.append(sha256(content)).append("  ").append(name).append('\n');
          }
        });
    return lines.toString().getBytes(UTF_8);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
