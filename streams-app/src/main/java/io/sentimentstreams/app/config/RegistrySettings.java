package io.sentimentstreams.app.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where schemas are registered, and how that is spoken to. Immutable.
 *
 * @param urls at least one; the others are asked where one does not answer
 * @param registration how the schema of scores gets its id
 * @param naming what subjects are called
 * @param credentials what the registry wants to see, if anything
 * @param trusted certificates that are trusted instead of the Java platform's
 * @param identity key and certificate that this client shows
 * @param timeout how long an answer is waited for
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
      throw new IllegalArgumentException("a registry must have at least 1 url, had 0");
    }
  }

  /**
   * A registry that anybody may ask and register with; everything else is as it is by default.
   *
   * @param urls as {@code schema.registry.url} has them
   */
  public static RegistrySettings open(String urls) {
    if (!RegistryDefinition.areUsable(urls)) {
      throw new IllegalArgumentException(
          "a registry must have URLs with http:// or https://, without user, query and fragment,"
              + " separated by commas");
    }
    return new RegistrySettings(
        RegistryDefinition.urls(urls),
        SchemaRegistration.REGISTER,
        SubjectNaming.TOPIC,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        RegistryDefinition.DEFAULT_TIMEOUT);
  }
}
