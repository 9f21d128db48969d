package io.sentimentstreams.app.registry;

import java.util.Optional;

/**
 * Files of keys and certificates. Immutable.
 *
 * @param trusted certificates to trust instead of those of the Java runtime
 * @param identity key and certificate of the client
 */
record TlsFiles(Optional<KeyStoreFile> trusted, Optional<KeyStoreFile> identity) {

  static final TlsFiles NONE = new TlsFiles(Optional.empty(), Optional.empty());
}
