package io.sentimentstreams.model.bundle;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The entries of a bundle's zip, in the order in which they are written. */
enum BundlePart {
  MANIFEST("manifest.json", 4 << 20),
  TOKENIZER("tokenizer.json", 256 << 20),
  WEIGHTS("weights.safetensors", 512 << 20),
  GOLDEN("golden.jsonl", 4 << 20),
  CHECKSUMS("SHA256SUMS", 4 << 10);

  private final String entry;
  private final int limit;

  BundlePart(String entry, int limit) {
    this.entry = entry;
    this.limit = limit;
  }

  /** The entry's name. */
  String entry() {
    return entry;
  }

  /** The most bytes that the entry may hold. */
  int limit() {
    return limit;
  }

  static Optional<BundlePart> named(String entry) {
    return EnumSet.allOf(BundlePart.class).stream()
        .filter(part -> part.entry.equals(entry))
        .findFirst();
  }

  /** Those that the checksums speak of. */
  static Set<BundlePart> checked() {
    return EnumSet.complementOf(EnumSet.of(CHECKSUMS));
  }
}
