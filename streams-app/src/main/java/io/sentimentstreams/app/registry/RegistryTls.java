package io.sentimentstreams.app.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS context of a client, from files of certificates and keys. */
final class RegistryTls {

  private static final String PEM = "-----BEGIN";

  private RegistryTls() {}

  /**
   * Returns the TLS context of the settings; empty if they use the defaults of Java.
   *
   * @throws RegistryConfigException if a file cannot be used
   */
  static Optional<SSLContext> context(RegistrySettings settings) {
    if (settings.tls().trusted().isEmpty() && settings.tls().identity().isEmpty()) {
      return Optional.empty();
    }
    TrustManager @Nullable [] trusted =
        settings.tls().trusted().map(RegistryTls::trust).orElse(null);
    KeyManager @Nullable [] identity =
        settings.tls().identity().map(RegistryTls::identity).orElse(null);
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(identity, trusted, null);
      return Optional.of(context);
    } catch (GeneralSecurityException e) {
      throw new RegistryConfigException(
          "TLS for the schema registry cannot be set up: "
              + e
              + ". Check schema.registry.truststore and schema.registry.keystore.",
          e);
    }
  }

  private static TrustManager[] trust(KeyStoreFile keys) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store(keys));
      return factory.getTrustManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw unusable("schema.registry.truststore", keys, e);
    }
  }

  private static KeyManager[] identity(KeyStoreFile keys) {
    try {
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store(keys), password(keys));
      return factory.getKeyManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw unusable("schema.registry.keystore", keys, e);
    }
  }

  private static KeyStore store(KeyStoreFile keys) throws GeneralSecurityException, IOException {
    byte[] content = Files.readAllBytes(keys.file());
    if (!new String(content, StandardCharsets.ISO_8859_1).contains(PEM)) {
      return KeyStore.getInstance(keys.file().toFile(), password(keys));
    }
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int number = 0;
    for (Certificate certificate :
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(content))) {
      store.setCertificateEntry("certificate-" + number++, certificate);
    }
    return store;
  }

  private static char @Nullable [] password(KeyStoreFile keys) {
    return keys.secret().map(String::toCharArray).orElse(null);
  }

  private static RegistryConfigException unusable(
      String setting, KeyStoreFile keys, Exception cause) {
    return new RegistryConfigException(
        "%s: file %s cannot be used (%s). Check its path, permissions and password."
            .formatted(setting, keys.file(), cause),
        cause);
  }
}
