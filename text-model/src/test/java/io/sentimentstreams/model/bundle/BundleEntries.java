package io.sentimentstreams.model.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Entries of a bundle's zip, for tests that change and rewrite them. */
final class BundleEntries {

  private BundleEntries() {}

  static Map<String, byte[]> read(Path zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  static void writeWithChecksums(Map<String, byte[]> entries, Path zip) throws IOException {
    String checksums =
        entries.entrySet().stream()
            .filter(entry -> !entry.getKey().equals("SHA256SUMS"))
            .map(entry -> Sha256.of(entry.getValue()) + "  " + entry.getKey() + "\n")
            .collect(Collectors.joining());
    entries.put("SHA256SUMS", checksums.getBytes(StandardCharsets.UTF_8));
    write(entries, zip);
  }

  static void write(Map<String, byte[]> entries, Path zip) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    Files.write(zip, bytes.toByteArray());
  }
}
