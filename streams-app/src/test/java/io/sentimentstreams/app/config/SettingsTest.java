package io.sentimentstreams.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final Map<String, String> REQUIRED =
      Map.of("bootstrap.servers", "localhost:9092", "bundle", "models/imdb-default");

  @Test
  void everythingElseHasADefault() {
    Settings settings = Settings.of(REQUIRED);

    assertThat(settings)
        .isEqualTo(
            new Settings(
                "localhost:9092",
                Path.of("models/imdb-default"),
                Optional.empty(),
                "sentiment-streams",
                new Topics("reviews", "review-scores", "reviews-dead-letter"),
                ProcessingGuarantee.EXACTLY_ONCE_V2,
                1,
                Duration.ofMillis(100),
                InputFormat.AVRO,
                262_144,
                DeadLetterText.KEEP,
                Optional.empty(),
                Optional.empty(),
                new HttpSettings("127.0.0.1", 9404, new PageSettings(Optional.empty(), false)),
                Optional.empty(),
                Path.of(System.getProperty("java.io.tmpdir"), "sentiment-streams"),
                Duration.ofSeconds(30),
                Map.of()));
  }

  @Test
  void windowsAreRememberedAtLeastForTheirGrace() {
    Map<String, String> values = new HashMap<>(REQUIRED);
    values.put("items.window.ms", "60000");
    values.put("items.grace.ms", "60000");
    values.put("items.retention.ms", "119999");

    assertThatThrownBy(() -> Settings.of(values))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("items.retention.ms")
        .hasMessageContaining("at least window and grace, which are 120000");
  }

  @Test
  void everySettingIsTaken() {
    Settings settings =
        Settings.of(
            Map.ofEntries(
                Map.entry("bootstrap.servers", "a:1,b:2"),
                Map.entry("bundle", "b.zip"),
                Map.entry("bundle.trust.key", "key.pub"),
                Map.entry("application.id", "app-2"),
                Map.entry("topics.reviews", "r"),
                Map.entry("topics.scores", "s"),
                Map.entry("topics.dead.letter", "d"),
                Map.entry("processing.guarantee", "at_least_once"),
                Map.entry("threads", "8"),
                Map.entry("commit.interval.ms", "5"),
                Map.entry("input.format", "json"),
                Map.entry("review.max.bytes", "77"),
                Map.entry("dead.letters.text", "drop"),
                Map.entry("uncertain.band.low", "0.4"),
                Map.entry("uncertain.band.high", "0.6"),
                Map.entry("http.host", "0.0.0.0"),
                Map.entry("http.page.enabled", "true"),
                Map.entry("items.enabled", "true"),
                Map.entry("topics.items", "o"),
                Map.entry("topics.item.scores", "i"),
                Map.entry("items.window.ms", "60000"),
                Map.entry("items.grace.ms", "5000"),
                Map.entry("items.retention.ms", "120000"),
                Map.entry("application.server", "app-2.example:9404"),
                Map.entry("http.page.texts", "true"),
                Map.entry("http.port", "0"),
                Map.entry("state.dir", "state"),
                Map.entry("shutdown.timeout.ms", "1000"),
                Map.entry("kafka.security.protocol", "SSL")));

    assertThat(settings)
        .isEqualTo(
            new Settings(
                "a:1,b:2",
                Path.of("b.zip"),
                Optional.of(Path.of("key.pub")),
                "app-2",
                new Topics(
                    "r",
                    "s",
                    "d",
                    Optional.of(ItemTopics.of("app-2", "i", "o", Duration.ofMinutes(2)))),
                ProcessingGuarantee.AT_LEAST_ONCE,
                8,
                Duration.ofMillis(5),
                InputFormat.JSON,
                77,
                DeadLetterText.DROP,
                Optional.of(new UncertainBand(0.4, 0.6)),
                Optional.empty(),
                new HttpSettings("0.0.0.0", 0, new PageSettings(Optional.of(true), true)),
                Optional.of(
                    new ItemSettings(
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(2),
                        Optional.of("app-2.example:9404"))),
                Path.of("state"),
                Duration.ofSeconds(1),
                Map.of("security.protocol", "SSL")));
  }

  @Test
  void allFaultsAreReportedTogether() {
    InvalidConfigException invalid =
        refusal(
            Map.of(
                "threads", "zero",
                "http.port", "70000",
                "processing.guarantee", "exactly_once",
                "topics.scores", "re views",
                "thread", "2"));

    assertThat(invalid.faults())
        .extracting(ConfigError::name)
        .containsExactlyInAnyOrder(
            "bootstrap.servers",
            "bundle",
            "threads",
            "http.port",
            "processing.guarantee",
            "topics.scores",
            "thread");
    assertThat(invalid)
        .hasMessage(
            String.join("\n", invalid.faults().stream().map(ConfigError::toString).toList()));
  }

  @Test
  void aFaultNamesValueExpectationAndRemedy() {
    assertThat(refusal(with("threads", "zero")))
        .hasMessage(
            "threads: was 'zero', expected int, [1,...,512];"
                + " set --threads, THREADS or threads= in the file");
    assertThat(refusal(Map.of("bundle", "b.zip")))
        .hasMessage(
            "bootstrap.servers: nothing was given, expected string, not blank;"
                + " set --bootstrap-servers, BOOTSTRAP_SERVERS or bootstrap.servers= in the file");
  }

  @Test
  void anUnknownNameIsAFault() {
    assertThat(refusal(with("scoring.batch", "8")))
        .hasMessageStartingWith(
            "scoring.batch: was '8', expected the name of a setting; remove it");
  }

  @Test
  void halfAnUncertainBandIsAFault() {
    assertThat(refusal(with("uncertain.band.low", "0.4")).faults())
        .extracting(ConfigError::name)
        .containsExactly("uncertain.band.high");
  }

  @Test
  void anUncertainBandTheWrongWayRoundIsAFault() {
    Map<String, String> values = new HashMap<>(with("uncertain.band.low", "0.6"));
    values.put("uncertain.band.high", "0.4");

    assertThat(refusal(values))
        .hasMessageContaining("expected at most uncertain.band.high, which is 0.4");
  }

  @Test
  void notANumberIsNoEndOfABand() {
    assertThat(refusal(with("uncertain.band.low", "NaN")).faults())
        .extracting(ConfigError::name)
        .contains("uncertain.band.low");
  }

  @Test
  void twoTopicsOfOneNameAreAFault() {
    assertThat(refusal(with("topics.scores", "reviews")).faults())
        .extracting(ConfigError::name)
        .containsExactly("topics.scores");
  }

  @Test
  void whatHasANameOfItsOwnIsNotPassedOn() {
    assertThat(refusal(with("kafka.num.stream.threads", "4")))
        .hasMessageEndingWith("set threads instead");
  }

  @Test
  void secretsAreHiddenWhereSettingsArePrinted() {
    Map<String, String> values = new HashMap<>(REQUIRED);
    List<String> secrets =
        List.of(
            "kafka.ssl.keystore.password",
            "kafka.ssl.key.password",
            "kafka.ssl.keystore.key",
            "kafka.consumer.ssl.truststore.password",
            "kafka.sasl.jaas.config",
            "kafka.sasl.oauthbearer.client.credentials.client.secret");
    secrets.forEach(name -> values.put(name, "hunter2"));
    values.put("kafka.security.protocol", "SASL_SSL");

    String printed = Settings.of(values).toString();

    assertThat(printed)
        .doesNotContain("hunter2")
        .contains("kafka.security.protocol=SASL_SSL", "kafka.sasl.jaas.config=(hidden)")
        .contains("bootstrap.servers=localhost:9092", "threads=1");
  }

  @Test
  void aFaultHasNoSecretAndNoLineBreak() {
    InvalidConfigException invalid = refusal(with("sasl.jaas.config", "hunter2"));

    assertThat(invalid).hasMessageContaining("(hidden)").hasMessageNotContaining("hunter2");
    assertThat(refusal(with("threads", "1\n2"))).hasMessageStartingWith("threads: was '1 2'");
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> values = new HashMap<>(REQUIRED);
    values.put(name, value);
    return values;
  }

  private static InvalidConfigException refusal(Map<String, String> values) {
    return catchThrowableOfType(InvalidConfigException.class, () -> Settings.of(values));
  }
}
