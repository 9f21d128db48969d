package io.sentimentstreams.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** Puts the checked settings of a registry together, and finds what does not go together. */
final class RegistryParser {

  private final Map<String, String> given;
  private final Map<String, @Nullable Object> values;
  private final List<Fault> faults;

  /**
   * Parses one part of the settings.
   *
   * @param given texts by name
   * @param values what each of them means; those that are faulty lack
   * @param faults where further faults are added
   */
  RegistryParser(
      Map<String, String> given, Map<String, @Nullable Object> values, List<Fault> faults) {
    this.given = given;
    this.values = values;
    this.faults = faults;
  }

  /** The registry, if one is named and everything about it goes together. */
  Optional<RegistrySettings> parse() {
    Object url = values.get(RegistryDefinition.URL);
    if (url == null) {
      checkNothingIsGivenInVain();
      return Optional.empty();
    }
    checkProtocol();
    Optional<RegistryCredentials> credentials = credentials();
    Optional<StoredKeys> trusted =
        keys(RegistryDefinition.TRUSTSTORE, RegistryDefinition.TRUSTSTORE_PASSWORD);
    Optional<StoredKeys> identity =
        keys(RegistryDefinition.KEYSTORE, RegistryDefinition.KEYSTORE_PASSWORD);
    Object timeout = values.get(RegistryDefinition.TIMEOUT_MS);
    if (!faults.isEmpty() || timeout == null) {
      return Optional.empty();
    }
    return Optional.of(
        new RegistrySettings(
            RegistryDefinition.urls(url.toString()),
            SchemaRegistration.of(String.valueOf(values.get(RegistryDefinition.REGISTRATION))),
            SubjectNaming.of(String.valueOf(values.get(RegistryDefinition.SUBJECT))),
            credentials,
            trusted,
            identity,
            Duration.ofMillis(((Number) timeout).longValue())));
  }

  private void checkNothingIsGivenInVain() {
    if (given.containsKey(RegistryDefinition.URL)) {
      return;
    }
    for (Map.Entry<String, String> entry : given.entrySet()) {
      if (entry.getKey().startsWith(RegistryDefinition.PREFIX)
          && values.containsKey(entry.getKey())) {
        faults.add(
            new Fault(
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
    if ("streams".equalsIgnoreCase(given.getOrDefault(name, ""))) {
      faults.add(
          new Fault(
              name,
              given.getOrDefault(name, ""),
              "classic, because a schema registry is used",
              "remove it, or " + RegistryDefinition.URL));
    }
  }

  private Optional<RegistryCredentials> credentials() {
    Optional<String> user =
        Optional.ofNullable(values.get(RegistryDefinition.USER)).map(Object::toString);
    Optional<String> password = secret(RegistryDefinition.PASSWORD);
    Optional<String> token = secret(RegistryDefinition.TOKEN);
    if (user.isPresent() != password.isPresent()) {
      faults.add(
          new Fault(
              user.isPresent() ? RegistryDefinition.PASSWORD : RegistryDefinition.USER,
              "",
              "a user with a password, or neither",
              "set both, or remove the other"));
    }
    if (user.filter(name -> name.contains(":")).isPresent()) {
      faults.add(
          new Fault(
              RegistryDefinition.USER, user.get(), "a name without a colon", "name another user"));
    }
    if (user.isPresent() && token.isPresent()) {
      faults.add(
          new Fault(
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

  private Optional<StoredKeys> keys(String name, String passwordName) {
    Object file = values.get(name);
    Optional<String> password = secret(passwordName);
    if (file == null) {
      if (password.isPresent() && !given.containsKey(name)) {
        faults.add(
            new Fault(name, "", "the file of the password", "set it, or remove the password"));
      }
      return Optional.empty();
    }
    try {
      return Optional.of(new StoredKeys(Path.of(file.toString()), password));
    } catch (InvalidPathException e) {
      faults.add(new Fault(name, file.toString(), "a path of this system", "name another path"));
      return Optional.empty();
    }
  }

  private Optional<String> secret(String name) {
    if (!(values.get(name) instanceof Password password)) {
      return Optional.empty();
    }
    SecretReferences.problem(password.value())
        .ifPresent(
            problem ->
                faults.add(
                    new Fault(
                        name,
                        KafkaPassThrough.REDACTED,
                        "a secret, or a reference to one (" + problem + ")",
                        "mend the reference, or put the secret where it says")));
    return Optional.of(password.value());
  }
}
