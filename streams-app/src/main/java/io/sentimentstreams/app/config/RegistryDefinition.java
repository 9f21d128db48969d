package io.sentimentstreams.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** The part of the settings' definition that is about a schema registry. */
final class RegistryDefinition {

  static final String PREFIX = "schema.registry.";
  static final String URL = PREFIX + "url";
  static final String REGISTRATION = PREFIX + "registration";
  static final String SUBJECT = PREFIX + "subject";
  static final String USER = PREFIX + "user";
  static final String PASSWORD = PREFIX + "password";
  static final String TOKEN = PREFIX + "token";
  static final String TRUSTSTORE = PREFIX + "truststore";
  static final String TRUSTSTORE_PASSWORD = PREFIX + "truststore.password";
  static final String KEYSTORE = PREFIX + "keystore";
  static final String KEYSTORE_PASSWORD = PREFIX + "keystore.password";
  static final String TIMEOUT_MS = PREFIX + "timeout.ms";

  static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

  private static final Validator URLS =
      LambdaValidator.with(
          RegistryDefinition::checkUrls, () -> "http:// or https://, several separated by commas");
  private static final Validator ONE_LINE =
      LambdaValidator.with(RegistryDefinition::checkOneLine, () -> "not blank, on one line");

  private RegistryDefinition() {}

  static void define(ConfigDef definition) {
    definition
        .define(
            URL,
            ConfigDef.Type.STRING,
            null,
            URLS,
            Importance.MEDIUM,
            "The schema registry, one with Confluent's HTTP API; with it scores are written in the"
                + " registries' wire format, and reviews may be. Several are asked in turn.")
        .define(
            REGISTRATION,
            ConfigDef.Type.STRING,
            SchemaRegistration.REGISTER.setting(),
            ValidString.in(
                SchemaRegistration.REGISTER.setting(), SchemaRegistration.LOOKUP.setting()),
            Importance.LOW,
            "Whether the schema of scores is registered at start where it is not there, or must be"
                + " there.")
        .define(
            SUBJECT,
            ConfigDef.Type.STRING,
            SubjectNaming.TOPIC.setting(),
            ValidString.in(
                Arrays.stream(SubjectNaming.values())
                    .map(SubjectNaming::setting)
                    .toArray(String[]::new)),
            Importance.LOW,
            "What the subject of the schema of scores is called: the topic's name and -value, the"
                + " record's full name, or topic, hyphen and full name.");
    defineAccess(definition);
    definition.define(
        TIMEOUT_MS,
        ConfigDef.Type.LONG,
        DEFAULT_TIMEOUT.toMillis(),
        Range.between(1, 60_000),
        Importance.LOW,
        "Milliseconds that the registry has for an answer. Scoring does not stand still meanwhile.");
  }

  private static void defineAccess(ConfigDef definition) {
    defineOptional(definition, USER, ConfigDef.Type.STRING, "The user that the registry knows.");
    defineOptional(definition, PASSWORD, ConfigDef.Type.PASSWORD, "The user's password.");
    defineOptional(
        definition,
        TOKEN,
        ConfigDef.Type.PASSWORD,
        "A bearer token for the registry, instead of a user.");
    defineOptional(
        definition,
        TRUSTSTORE,
        ConfigDef.Type.STRING,
        "A file of the certificates that are trusted with the registry: PEM, PKCS12 or JKS. Without"
            + " it, those that Java trusts.");
    defineOptional(
        definition,
        TRUSTSTORE_PASSWORD,
        ConfigDef.Type.PASSWORD,
        "The password of that file, if it has one.");
    defineOptional(
        definition,
        KEYSTORE,
        ConfigDef.Type.STRING,
        "A file with the key and certificate that are shown to the registry: PKCS12 or JKS.");
    defineOptional(
        definition, KEYSTORE_PASSWORD, ConfigDef.Type.PASSWORD, "The password of that file.");
  }

  private static void defineOptional(
      ConfigDef definition, String name, ConfigDef.Type type, String text) {
    definition.define(name, type, null, ONE_LINE, Importance.LOW, text);
  }

  /** The settings by name, without secrets. */
  static Map<String, String> printable(RegistrySettings registry) {
    Map<String, String> values = new TreeMap<>();
    values.put(URL, String.join(",", registry.urls().stream().map(URI::toString).toList()));
    values.put(REGISTRATION, registry.registration().setting());
    values.put(SUBJECT, registry.naming().setting());
    registry
        .credentials()
        .ifPresent(
            credentials -> {
              if (credentials instanceof RegistryCredentials.Basic basic) {
                values.put(USER, basic.user());
                values.put(PASSWORD, KafkaPassThrough.REDACTED);
              } else {
                values.put(TOKEN, KafkaPassThrough.REDACTED);
              }
            });
    registry.trusted().ifPresent(keys -> values.put(TRUSTSTORE, keys.toString()));
    registry.identity().ifPresent(keys -> values.put(KEYSTORE, keys.toString()));
    values.put(TIMEOUT_MS, Long.toString(registry.timeout().toMillis()));
    return values;
  }

  static List<URI> urls(String text) {
    return Arrays.stream(text.split(",", -1)).map(part -> URI.create(part.strip())).toList();
  }

  private static void checkUrls(String name, Object value) {
    if (value != null && !areUsable(value.toString())) {
      throw new ConfigException(name, value, "must be URLs without user, query and fragment");
    }
  }

  static boolean areUsable(String urls) {
    return Arrays.stream(urls.split(",", -1)).allMatch(part -> isUsable(part.strip()));
  }

  private static boolean isUsable(String part) {
    try {
      URI url = new URI(part);
      boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      return isHttp
          && url.getHost() != null
          && url.getRawUserInfo() == null
          && url.getRawQuery() == null
          && url.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static void checkOneLine(String name, Object value) {
    if (value == null) {
      return;
    }
    String text = value instanceof Password password ? password.value() : value.toString();
    if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
      throw new ConfigException(
          name, KafkaPassThrough.REDACTED, "must not be blank and must be on one line");
    }
  }
}
