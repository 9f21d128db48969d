package io.sentimentstreams.model.bundle;

import io.sentimentstreams.model.text.KerasTokenizerJson;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Entries of a bundle's zip, in the order of writing. */
enum BundlePart {
  MANIFEST("manifest.json", 4 << 20),
  TOKENIZER("tokenizer.json", KerasTokenizerJson.MAX_CHARACTERS),
  WEIGHTS("weights.safetensors", 512 << 20),
  GOLDEN("golden.jsonl", 4 << 20),
  CHECKSUMS("SHA256SUMS", 4 << 10);

  private final String entry;
  private final int limit;

  BundlePart(String entry, int limit) {
    this.entry = entry;
    this.limit = limit;
  }

  /** Returns the name of the entry. */
  String entry() {
    return entry;
  }

  /** Returns the maximum size of the entry in bytes. */
  int limit() {
    return limit;
  }

  static Optional<BundlePart> named(String entry) {
    return EnumSet.allOf(BundlePart.class).stream()
        .filter(part -> part.entry.equals(entry))
        .findFirst();
  }

  /** Returns the entries that have checksums. */
  static Set<BundlePart> checked() {
    return EnumSet.complementOf(EnumSet.of(CHECKSUMS));
  }
}
