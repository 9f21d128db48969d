package io.sentimentstreams.app.registry;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The schema registry and how to access it. Immutable.
 *
 * @param urls tried in turn, at least one
 * @param registration how the schema of scores gets its id
 * @param naming of subjects
 * @param credentials if the registry requires authentication
 * @param tls files of keys and certificates
 * @param timeout of a request
 * @param idKind kind of Apicurio's ids whose record does not name it
 */
public record RegistrySettings(
    List<URI> urls,
    SchemaRegistration registration,
    SubjectNaming naming,
    Optional<RegistryCredentials> credentials,
    TlsFiles tls,
    Duration timeout,
    IdKind idKind) {

  public RegistrySettings {
    urls = List.copyOf(urls);
    if (urls.isEmpty()) {
      throw new IllegalArgumentException("A registry must have at least one URL, was none.");
    }
  }

  /**
   * Returns a registry without authentication, with defaults for everything else.
   *
   * @param urls separated by commas, as in {@code schema.registry.url}
   * @throws IllegalArgumentException if one is not a URL of a registry
   */
  public static RegistrySettings open(String urls) {
    return new RegistrySettings(
        RegistryDefinition.usableUrls(urls),
        SchemaRegistration.REGISTER,
        SubjectNaming.TOPIC,
        Optional.empty(),
        TlsFiles.NONE,
        Duration.ofSeconds(5),
        IdKind.AUTO);
  }
}
