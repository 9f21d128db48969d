package io.sentimentstreams.app.registry;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of registries. */
final class Registries {

  static final Duration TIMEOUT = Duration.ofSeconds(5);

  private Registries() {}

  static RegistrySettings at(URI... urls) {
    return settings(SchemaRegistration.REGISTER, Optional.empty(), TIMEOUT, urls);
  }

  static RegistrySettings lookUp(URI url) {
    return settings(SchemaRegistration.LOOKUP, Optional.empty(), TIMEOUT, url);
  }

  static RegistrySettings showing(RegistryCredentials credentials, URI url) {
    return settings(SchemaRegistration.REGISTER, Optional.of(credentials), TIMEOUT, url);
  }

  static RegistrySettings within(Duration timeout, URI url) {
    return settings(SchemaRegistration.REGISTER, Optional.empty(), timeout, url);
  }

  static RegistrySettings secured(
      Optional<KeyStoreFile> trusted, Optional<KeyStoreFile> identity, URI url) {
    return new RegistrySettings(
        List.of(url),
        SchemaRegistration.REGISTER,
        SubjectNaming.TOPIC,
        Optional.empty(),
        new TlsFiles(trusted, identity),
        TIMEOUT,
        IdKind.AUTO);
  }

  private static RegistrySettings settings(
      SchemaRegistration registration,
      Optional<RegistryCredentials> credentials,
      Duration timeout,
      URI... urls) {
    return new RegistrySettings(
        List.of(urls),
        registration,
        SubjectNaming.TOPIC,
        credentials,
        TlsFiles.NONE,
        timeout,
        IdKind.AUTO);
  }
}
