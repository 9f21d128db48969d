package io.sentimentstreams.app.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of certificates or keys.
 *
 * @param file PEM (certificates only), PKCS12 or JKS
 * @param password a secret or a reference to it, where the file has one
 */
public record KeyStoreFile(Path file, Optional<String> password) {

  /** The password itself. */
  public Optional<String> secret() {
    return password.map(SecretReferences::resolved);
  }

  /** The file's name, without the secret. */
  @Override
  public String toString() {
    return file.toString();
  }
}
