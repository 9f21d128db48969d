package io.sentimentstreams.app.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sentimentstreams.app.Settings;
import io.sentimentstreams.app.config.ConfigError;
import io.sentimentstreams.app.config.InvalidConfigException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySettingsTest {

  private static final String URL = "schema.registry.url";

  @Test
  void aUrlIsEnough() {
    assertThat(settings(Map.of(URL, "http://registry:8081")).registry())
        .contains(
            new RegistrySettings(
                List.of(URI.create("http://registry:8081")),
                SchemaRegistration.REGISTER,
                SubjectNaming.TOPIC,
                Optional.empty(),
                TlsFiles.NONE,
                Duration.ofSeconds(5),
                IdKind.AUTO));
  }

  @Test
  void everySettingIsTaken() {
    RegistrySettings registry =
        settings(
                Map.ofEntries(
                    Map.entry(URL, "https://a/x, https://b/x/"),
                    Map.entry("schema.registry.registration", "lookup"),
                    Map.entry("schema.registry.subject", "TopicRecordNameStrategy"),
                    Map.entry("schema.registry.user", "anna"),
                    Map.entry("schema.registry.password", "s3cret"),
                    Map.entry("schema.registry.truststore", "trust.pem"),
                    Map.entry("schema.registry.keystore", "keys.p12"),
                    Map.entry("schema.registry.keystore.password", "hunter2"),
                    Map.entry("schema.registry.timeout.ms", "70"),
                    Map.entry("schema.registry.id.kind", "global")))
            .registry()
            .orElseThrow();

    assertThat(registry)
        .isEqualTo(
            new RegistrySettings(
                List.of(URI.create("https://a/x"), URI.create("https://b/x/")),
                SchemaRegistration.LOOKUP,
                SubjectNaming.TOPIC_RECORD,
                Optional.of(new RegistryCredentials.Basic("anna", "s3cret")),
                new TlsFiles(
                    Optional.of(new KeyStoreFile(Path.of("trust.pem"), Optional.empty())),
                    Optional.of(new KeyStoreFile(Path.of("keys.p12"), Optional.of("hunter2")))),
                Duration.ofMillis(70),
                IdKind.GLOBAL));
    assertThat(registry.toString()).doesNotContain("s3cret", "hunter2");
  }

  @Test
  void secretsAreHiddenWhereSettingsArePrinted() {
    assertThat(
            settings(
                    Map.of(
                        URL,
                        "http://a",
                        "schema.registry.user",
                        "anna",
                        "schema.registry.password",
                        "s3cret"))
                .toString())
        .contains("schema.registry.url=http://a", "schema.registry.user=anna")
        .doesNotContain("s3cret");
    assertThat(settings(Map.of(URL, "http://a", "schema.registry.token", "s3cret")).toString())
        .contains("schema.registry.token=(hidden)")
        .doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "registry:8081",
        "ftp://a",
        "http://",
        "http://anna:pw@a",
        "http://a?x=1",
        "http://a,",
        "",
        "http://a b"
      })
  void whatIsNoUrlOfARegistryIsAFault(String url) {
    assertThat(faults(Map.of(URL, url))).extracting(ConfigError::name).containsExactly(URL);
  }

  @ParameterizedTest
  @CsvSource({
    "schema.registry.user, schema.registry.password",
    "schema.registry.password, schema.registry.user",
    "schema.registry.keystore.password, schema.registry.keystore",
    "schema.registry.truststore.password, schema.registry.truststore"
  })
  void halfOfTwoIsAFault(String given, String missing) {
    assertThat(faults(Map.of(URL, "http://a", given, "x")))
        .extracting(ConfigError::name)
        .containsExactly(missing);
  }

  @Test
  void aUserAndATokenAreAFaultWithoutTheSecret() {
    assertThat(
            faults(
                Map.of(
                    URL,
                    "http://a",
                    "schema.registry.user",
                    "an:na",
                    "schema.registry.password",
                    "s3cret",
                    "schema.registry.token",
                    "t0ken")))
        .extracting(ConfigError::toString)
        .hasSize(2)
        .noneMatch(fault -> fault.contains("s3cret") || fault.contains("t0ken"));
  }

  @Test
  void aSecretOfTwoLinesIsAFaultThatHidesIt() {
    assertThat(faults(Map.of(URL, "http://a", "schema.registry.token", "t0\nken")))
        .extracting(ConfigError::toString)
        .singleElement()
        .asString()
        .startsWith("schema.registry.token: '(hidden)', ")
        .doesNotContain("t0");
  }

  @Test
  void aReferenceToASecretThatIsNotThereIsAFault() {
    assertThat(faults(Map.of(URL, "http://a", "schema.registry.token", "${file:/none:token}")))
        .extracting(ConfigError::toString)
        .singleElement()
        .asString()
        .startsWith("schema.registry.token: '(hidden)', ")
        .contains("${file:/none:token}");
  }

  @Test
  void whatIsGivenInVainIsAFault() {
    assertThat(faults(Map.of("schema.registry.token", "t0ken")))
        .extracting(ConfigError::toString)
        .containsExactly(
            "schema.registry.token: '(hidden)', expected no value without a schema registry."
                + " Set schema.registry.url, or remove it.");
  }

  @Test
  void theGroupProtocolWhoseConsumersCannotBeHeldBackIsAFault() {
    assertThat(faults(Map.of(URL, "http://a", "kafka.group.protocol", "streams")))
        .extracting(ConfigError::name)
        .containsExactly("kafka.group.protocol");
  }

  @Test
  void subjectsAreNamedAsElsewhere() {
    assertThat(SubjectNaming.TOPIC.subject("t", "a.R")).isEqualTo("t-value");
    assertThat(SubjectNaming.RECORD.subject("t", "a.R")).isEqualTo("a.R");
    assertThat(SubjectNaming.TOPIC_RECORD.subject("t", "a.R")).isEqualTo("t-a.R");
  }

  private static List<ConfigError> faults(Map<String, String> values) {
    return catchThrowableOfType(InvalidConfigException.class, () -> settings(values)).errors();
  }

  private static Settings settings(Map<String, String> values) {
    Map<String, String> all = new TreeMap<>(values);
    all.put("bootstrap.servers", "localhost:9092");
    all.put("bundle", "b.zip");
    return Settings.of(all);
  }
}
