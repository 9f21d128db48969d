package io.sentimentstreams.model.bundle;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The bytes of a bundle's entries, while they are written or read. Not thread-safe. */
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
      throw new IllegalStateException(part.entry() + " is not there yet");
    }
    return content;
  }

  String text(BundlePart part) {
    return new String(bytes(part), StandardCharsets.UTF_8);
  }

  /** The checksums of all other parts, as the lines that {@code sha256sum} writes and checks. */
  String checksums() {
    return BundlePart.checked().stream()
        .map(part -> Sha256.of(bytes(part)) + "  " + part.entry() + "\n")
        .collect(Collectors.joining());
  }
}
