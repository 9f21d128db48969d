package io.sentimentstreams.app.registry;

import io.sentimentstreams.app.config.Check;
import io.sentimentstreams.app.config.ConfigError;
import io.sentimentstreams.app.config.KafkaPassThrough;
import io.sentimentstreams.app.config.Setting;
import io.sentimentstreams.app.config.SettingGroup;
import io.sentimentstreams.app.config.SettingType;
import io.sentimentstreams.app.config.SettingValues;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The settings of the schema registry. */
public final class RegistryDefinition {

  private static final String PREFIX = "schema.registry.";
  private static final SettingType<List<URI>> URLS =
      new SettingType<>("URLs", RegistryDefinition::urls, RegistryDefinition::print, false);

  public static final Setting<List<URI>> URL =
      Setting.of(
              PREFIX + "url",
              URLS,
              "URLs of a schema registry with Confluent's HTTP API, tried in turn. With a registry,"
                  + " scores are written in its wire format, and reviews may be.")
          .checkedBy(
              new Check<>(
                  "http:// or https://, separated by commas",
                  urls -> urls.stream().allMatch(RegistryDefinition::isUsable)));

  public static final Setting<SchemaRegistration> REGISTRATION =
      Setting.of(
              PREFIX + "registration",
              SettingType.oneOf(SchemaRegistration.values(), SchemaRegistration::setting),
              "Whether the schema of scores is registered at startup, or must already be"
                  + " registered.")
          .withDefault(SchemaRegistration.REGISTER);

  public static final Setting<SubjectNaming> SUBJECT =
      Setting.of(
              PREFIX + "subject",
              SettingType.oneOf(SubjectNaming.values(), SubjectNaming::setting),
              "Subject of the schema of scores: TOPIC-value, the full name of the record, or both"
                  + " as TOPIC-RECORD.")
          .withDefault(SubjectNaming.TOPIC);

  public static final Setting<IdKind> ID_KIND =
      Setting.of(
              PREFIX + "id.kind",
              SettingType.oneOf(IdKind.values(), IdKind::setting),
              "Kind of the ids in reviews with 8 bytes of id, as in the serializers' setting"
                  + " apicurio.registry.use-id. With auto, an id is used if only one kind has it,"
                  + " or if both kinds have the same schema.")
          .withDefault(IdKind.AUTO);

  public static final Setting<String> USER =
      Setting.of(PREFIX + "user", SettingType.STRING, "User name for the registry.")
          .checkedBy(
              new Check<>(
                  "not blank, one line, no colon",
                  user -> Check.ONE_LINE.accepts().test(user) && !user.contains(":")));

  public static final Setting<String> PASSWORD =
      secret("password", "Password of schema.registry.user.");

  public static final Setting<String> TOKEN =
      secret("token", "Bearer token for the registry, instead of a user.");

  public static final Setting<Path> TRUSTSTORE =
      Setting.of(
              PREFIX + "truststore",
              SettingType.PATH,
              "Certificates to trust for the registry: a PEM, PKCS12 or JKS file. If it is not set,"
                  + " the certificates of the Java runtime are trusted.")
          .checkedBy(Check.PATH);

  public static final Setting<String> TRUSTSTORE_PASSWORD =
      secret("truststore.password", "Password of schema.registry.truststore.");

  public static final Setting<Path> KEYSTORE =
      Setting.of(
              PREFIX + "keystore",
              SettingType.PATH,
              "Client key and certificate for the registry: a PKCS12 or JKS file.")
          .checkedBy(Check.PATH);

  public static final Setting<String> KEYSTORE_PASSWORD =
      secret("keystore.password", "Password of schema.registry.keystore.");

  public static final Setting<Duration> TIMEOUT_MS =
      Setting.of(
              PREFIX + "timeout.ms",
              SettingType.MILLISECONDS,
              "Timeout of a request to the registry. Scoring continues during a request.")
          .checkedBy(Check.millis(1, 60_000))
          .withDefault(Duration.ofSeconds(5));

  public static final SettingGroup GROUP =
      new SettingGroup(
          "Schema registry",
          List.of(
              URL,
              REGISTRATION,
              SUBJECT,
              ID_KIND,
              USER,
              PASSWORD,
              TOKEN,
              TRUSTSTORE,
              TRUSTSTORE_PASSWORD,
              KEYSTORE,
              KEYSTORE_PASSWORD,
              TIMEOUT_MS));

  private RegistryDefinition() {}

  private static Setting<String> secret(String name, String sentence) {
    return Setting.of(PREFIX + name, SettingType.PASSWORD, sentence).checkedBy(Check.ONE_LINE);
  }

  /** Reports settings that do not fit together. */
  public static void check(SettingValues values) {
    if (values.isGiven(URL)) {
      checkProtocol(values);
      checkCredentials(values);
      checkPassword(values, TRUSTSTORE, TRUSTSTORE_PASSWORD);
      checkPassword(values, KEYSTORE, KEYSTORE_PASSWORD);
    } else {
      GROUP.settings().forEach(setting -> checkUnused(values, setting));
    }
  }

  private static void checkUnused(SettingValues values, Setting<?> setting) {
    if (values.isGiven(setting) && values.find(setting).isPresent()) {
      values.report(
          setting, "no value without a schema registry", "Set " + URL.name() + ", or remove it");
    }
  }

  /** Records with an unknown schema are held back by a wrapped consumer. */
  private static void checkProtocol(SettingValues values) {
    String protocol = values.kafka().getOrDefault("group.protocol", "");
    if (protocol.equalsIgnoreCase("streams")) {
      values.report(
          new ConfigError(
              KafkaPassThrough.PREFIX + "group.protocol",
              protocol,
              "classic, because a schema registry is used",
              "Remove it, or remove " + URL.name()));
    }
  }

  private static void checkCredentials(SettingValues values) {
    if (values.isGiven(USER) != values.isGiven(PASSWORD)) {
      values.report(
          values.isGiven(USER) ? PASSWORD : USER,
          "a user with a password, or neither",
          "Set both, or remove the other");
    }
    if (values.isGiven(USER) && values.isGiven(TOKEN)) {
      values.report(TOKEN, "a user or a token, not both", "Remove one of them");
    }
  }

  private static void checkPassword(
      SettingValues values, Setting<Path> file, Setting<String> password) {
    if (values.isGiven(password) && !values.isGiven(file)) {
      values.report(file, "the file of the password", "Set it, or remove the password");
    }
  }

  /**
   * Returns the registry, if one is used.
   *
   * @param values without errors
   */
  public static Optional<RegistrySettings> of(SettingValues values) {
    return values
        .find(URL)
        .map(
            urls ->
                new RegistrySettings(
                    urls,
                    values.get(REGISTRATION),
                    values.get(SUBJECT),
                    credentials(values),
                    new TlsFiles(
                        keys(values, TRUSTSTORE, TRUSTSTORE_PASSWORD),
                        keys(values, KEYSTORE, KEYSTORE_PASSWORD)),
                    values.get(TIMEOUT_MS),
                    values.get(ID_KIND)));
  }

  private static Optional<RegistryCredentials> credentials(SettingValues values) {
    Optional<String> token = values.find(TOKEN);
    if (token.isPresent()) {
      return token.map(RegistryCredentials.Bearer::new);
    }
    return values.find(USER).map(user -> new RegistryCredentials.Basic(user, values.get(PASSWORD)));
  }

  private static Optional<KeyStoreFile> keys(
      SettingValues values, Setting<Path> file, Setting<String> password) {
    return values.find(file).map(path -> new KeyStoreFile(path, values.find(password)));
  }

  /**
   * Returns the URLs of a text.
   *
   * @throws IllegalArgumentException if one is not a URL of a registry
   */
  static List<URI> usableUrls(String text) {
    List<URI> urls = urls(text);
    if (!URL.check().accepts().test(urls)) {
      throw new IllegalArgumentException(
          "Invalid schema registry URLs. Use http:// or https:// without user, query and fragment,"
              + " separated by commas.");
    }
    return urls;
  }

  private static List<URI> urls(String text) {
    return Arrays.stream(text.split(",", -1)).map(part -> url(part.strip())).toList();
  }

  private static URI url(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("Invalid schema registry URL.", e);
    }
  }

  private static boolean isUsable(URI url) {
    boolean isHttp = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    return isHttp
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }

  private static String print(List<URI> urls) {
    return urls.stream().map(URI::toString).collect(Collectors.joining(","));
  }
}
