package io.sentimentstreams.app.registry;

import io.sentimentstreams.app.config.SecretReferences;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of certificates or keys.
 *
 * @param file PEM (certificates only), PKCS12 or JKS
 * @param password a secret or a reference to it, if the file has one
 */
public record KeyStoreFile(Path file, Optional<String> password) {

  /** Returns the password with resolved references. */
  public Optional<String> secret() {
    return password.map(SecretReferences::resolved);
  }

  /** Returns the path, without the password. */
  @Override
  public String toString() {
    return file.toString();
  }
}
