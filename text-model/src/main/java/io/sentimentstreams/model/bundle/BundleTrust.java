package io.sentimentstreams.model.bundle;

import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;

/** Trust in the signers of bundles. */
public sealed interface BundleTrust {

  /** Trust in any valid bundle, signed or not. */
  record Anyone() implements BundleTrust {}

  /**
   * Trust in bundles that are signed by one of these keys.
   *
   * @param keys Ed25519, at least one
   */
  record Signers(List<PublicKey> keys) implements BundleTrust {

    public Signers {
      keys = List.copyOf(keys);
      if (keys.isEmpty()) {
        throw new IllegalArgumentException("the list of trusted keys must not be empty");
      }
    }
  }

  /** Creates trust in the holders of the private keys that belong to a file's public keys. */
  static BundleTrust ofKeys(Path file) {
    return new Signers(SigningKeys.publicKeys(file));
  }
}
