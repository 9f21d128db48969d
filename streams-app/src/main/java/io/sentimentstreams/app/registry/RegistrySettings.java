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
 * @param trusted certificates to trust instead of those of the Java runtime
 * @param identity key and certificate of the client
 * @param timeout of a request
 */
public record RegistrySettings(
    List<URI> urls,
    SchemaRegistration registration,
    SubjectNaming naming,
    Optional<RegistryCredentials> credentials,
    Optional<KeyStoreFile> trusted,
    Optional<KeyStoreFile> identity,
    Duration timeout) {

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
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(5));
  }
}
