package io.sentimentstreams.model.bundle;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Bytes of a bundle's entries during writing or reading. Not thread-safe. */
final class BundleParts {

  private final Map<BundlePart, byte[]> bytes = new EnumMap<>(BundlePart.class);

  void put(BundlePart part, byte[] content) {
    bytes.put(part, content);
  }

  void put(BundlePart part, String content) {
    put(part, content.getBytes(StandardCharsets.UTF_8));
  }

  boolean has(BundlePart part) {
    return bytes.containsKey(part);
  }

  byte[] bytes(BundlePart part) {
    byte[] content = bytes.get(part);
    if (content == null) {
      throw new IllegalStateException(part.entry() + " is missing");
    }
    return content;
  }

  String text(BundlePart part) {
    return new String(bytes(part), StandardCharsets.UTF_8);
  }

  /** Returns the checksums of all other parts, in the line format of {@code sha256sum}. */
  String checksums() {
    return BundlePart.checked().stream()
        .map(part -> Sha256.of(bytes(part)) + "  " + part.entry() + "\n")
        .collect(Collectors.joining());
  }
}
