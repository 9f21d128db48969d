package io.sentimentstreams.model.bundle;

import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;

/** Whose bundles are used. */
public sealed interface BundleTrust {

  /** Whoever made a bundle, it is used if it is as it must be. */
  record Anyone() implements BundleTrust {}

  /**
   * Only bundles that one of these signed are used.
   *
   * @param keys Ed25519, at least one
   */
  record Signers(List<PublicKey> keys) implements BundleTrust {

    public Signers {
      keys = List.copyOf(keys);
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("there must be a key to trust");
      }
    }
  }

  /** Trusts whoever has the private key to one of a file's public keys. */
  static BundleTrust ofKeys(Path file) {
    return new Signers(SigningKeys.publicKeys(file));
  }
}
