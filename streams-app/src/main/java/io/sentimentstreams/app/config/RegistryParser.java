package io.sentimentstreams.app.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;

/** Puts the checked settings of a registry together, and finds what does not go together. */
final class RegistryParser {

  private final ParsedValues values;

  /**
   * Parses one part of the settings.
   *
   * @param values of all settings, where faults are reported too
   */
  RegistryParser(ParsedValues values) {
    this.values = values;
  }

  /** The registry, if one is named and everything about it goes together. */
  Optional<RegistrySettings> parse() {
    Object url = values.orNull(RegistryDefinition.URL);
    if (url == null) {
      checkNothingIsGivenInVain();
      return Optional.empty();
    }
    checkProtocol();
    Optional<RegistryCredentials> credentials = credentials();
    Optional<KeyStoreFile> trusted =
        keys(RegistryDefinition.TRUSTSTORE, RegistryDefinition.TRUSTSTORE_PASSWORD);
    Optional<KeyStoreFile> identity =
        keys(RegistryDefinition.KEYSTORE, RegistryDefinition.KEYSTORE_PASSWORD);
    Object timeout = values.orNull(RegistryDefinition.TIMEOUT_MS);
    if (values.areFaulty() || timeout == null) {
      return Optional.empty();
    }
    return Optional.of(
        new RegistrySettings(
            RegistryDefinition.urls(url.toString()),
            SchemaRegistration.of(String.valueOf(values.orNull(RegistryDefinition.REGISTRATION))),
            SubjectNaming.of(String.valueOf(values.orNull(RegistryDefinition.SUBJECT))),
            credentials,
            trusted,
            identity,
            Duration.ofMillis(((Number) timeout).longValue())));
  }

  private void checkNothingIsGivenInVain() {
    if (values.given().containsKey(RegistryDefinition.URL)) {
      return;
    }
    for (Map.Entry<String, String> entry : values.given().entrySet()) {
      if (entry.getKey().startsWith(RegistryDefinition.PREFIX) && values.wasRead(entry.getKey())) {
        values.report(
            new ConfigError(
                entry.getKey(),
                KafkaPassThrough.printable(entry.getKey(), entry.getValue()),
                "nothing, for there is no schema registry",
                "set " + RegistryDefinition.URL + ", or remove it"));
      }
    }
  }

  /** Records whose schema is not known yet are held back by a consumer that we wrap. */
  private void checkProtocol() {
    String name = KafkaPassThrough.PREFIX + "group.protocol";
    if ("streams".equalsIgnoreCase(values.given().getOrDefault(name, ""))) {
      values.report(
          new ConfigError(
              name,
              values.given().getOrDefault(name, ""),
              "classic, because a schema registry is used",
              "remove it, or " + RegistryDefinition.URL));
    }
  }

  private Optional<RegistryCredentials> credentials() {
    Optional<String> user =
        Optional.ofNullable(values.orNull(RegistryDefinition.USER)).map(Object::toString);
    Optional<String> password = secret(RegistryDefinition.PASSWORD);
    Optional<String> token = secret(RegistryDefinition.TOKEN);
    if (user.isPresent() != password.isPresent()) {
      values.report(
          new ConfigError(
              user.isPresent() ? RegistryDefinition.PASSWORD : RegistryDefinition.USER,
              "",
              "a user with a password, or neither",
              "set both, or remove the other"));
    }
    if (user.filter(name -> name.contains(":")).isPresent()) {
      values.report(
          new ConfigError(
              RegistryDefinition.USER, user.get(), "a name without a colon", "name another user"));
    }
    if (user.isPresent() && token.isPresent()) {
      values.report(
          new ConfigError(
              RegistryDefinition.TOKEN,
              KafkaPassThrough.REDACTED,
              "a user or a token, not both",
              "remove one of them"));
    }
    if (token.isPresent()) {
      return token.map(RegistryCredentials.Bearer::new);
    }
    return user.map(name -> new RegistryCredentials.Basic(name, password.orElse("")));
  }

  private Optional<KeyStoreFile> keys(String name, String passwordName) {
    Object file = values.orNull(name);
    Optional<String> password = secret(passwordName);
    if (file == null) {
      if (password.isPresent() && !values.given().containsKey(name)) {
        values.report(
            new ConfigError(
                name, "", "the file of the password", "set it, or remove the password"));
      }
      return Optional.empty();
    }
    return values.path(name).map(path -> new KeyStoreFile(path, password));
  }

  private Optional<String> secret(String name) {
    if (!(values.orNull(name) instanceof Password password)) {
      return Optional.empty();
    }
    SecretReferences.problem(password.value())
        .ifPresent(
            problem ->
                values.report(
                    new ConfigError(
                        name,
                        KafkaPassThrough.REDACTED,
                        "a secret, or a reference to one (" + problem + ")",
                        "mend the reference, or put the secret where it says")));
    return Optional.of(password.value());
  }
}
