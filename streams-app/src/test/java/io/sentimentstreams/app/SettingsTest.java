package io.sentimentstreams.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sentimentstreams.app.admin.Connection;
import io.sentimentstreams.app.admin.ProcessingGuarantee;
import io.sentimentstreams.app.admin.Topics;
import io.sentimentstreams.app.config.ConfigError;
import io.sentimentstreams.app.config.InvalidConfigException;
import io.sentimentstreams.app.deadletter.DeadLetterText;
import io.sentimentstreams.app.item.ItemSettings;
import io.sentimentstreams.app.item.ItemTopics;
import io.sentimentstreams.app.page.PageSettings;
import io.sentimentstreams.app.review.InputFormat;
import io.sentimentstreams.app.serving.ModelSettings;
import io.sentimentstreams.app.streams.StreamsSettings;
import io.sentimentstreams.model.decision.AbstainBand;
import io.sentimentstreams.model.decision.AbstainRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

  private static final Map<String, String> REQUIRED =
      Map.of("bootstrap.servers", "localhost:9092", "bundle", "models/imdb-default");

  @Test
  void everythingElseHasADefault() {
    Settings settings = Settings.of(REQUIRED);

    assertThat(settings.connection())
        .isEqualTo(
            new Connection(
                "localhost:9092",
                "sentiment-streams",
                new Topics("reviews", "review-scores", "reviews-dead-letter"),
                List.of(),
                ProcessingGuarantee.EXACTLY_ONCE_V2,
                262_144,
                Map.of()));
    assertThat(settings.model())
        .isEqualTo(
            new ModelSettings(
                Path.of("models/imdb-default"), Optional.empty(), AbstainRules.none()));
    assertThat(settings.streams())
        .isEqualTo(
            new StreamsSettings(
                1,
                Duration.ofMillis(100),
                Path.of(System.getProperty("java.io.tmpdir"), "sentiment-streams"),
                Duration.ofSeconds(30)));
    assertThat(settings.inputFormat()).isEqualTo(InputFormat.AVRO);
    assertThat(settings.deadLetterText()).isEqualTo(DeadLetterText.KEEP);
    assertThat(settings.http())
        .isEqualTo(new HttpSettings("127.0.0.1", 9404, new PageSettings(Optional.empty(), false)));
    assertThat(settings.registry()).isEmpty();
    assertThat(settings.itemTopics()).isEmpty();
    assertThat(settings.items()).isEmpty();
  }

  @Test
  void oneBundleIsTheRouteOfAllTexts() {
    assertThat(Settings.of(REQUIRED).model().bundles())
        .isEqualTo(Map.of("*", Path.of("models/imdb-default")));
  }

  @Test
  void errorsOfRoutesAreReportedTogether(@TempDir Path folder) {
    String existing = folder.toString();
    Map<String, String> values = new HashMap<>(REQUIRED);
    values.put("models.route.en", existing);
    values.put("models.route.eng", existing);
    values.put("models.route.english", existing);
    values.put("models.route.en-US", existing);
    values.put("models.route.", existing);
    values.put("models.route.ko", folder.resolve("missing").toString());
    values.put("models.route.*", "");

    InvalidConfigException refused =
        catchThrowableOfType(InvalidConfigException.class, () -> Settings.of(values));

    assertThat(refused.errors())
        .extracting(ConfigError::name)
        .containsExactlyInAnyOrder(
            "bundle",
            "models.route.eng",
            "models.route.english",
            "models.route.en-US",
            "models.route.",
            "models.route.ko",
            "models.route.*");
  }

  @Test
  void aBundleOrARouteIsRequired(@TempDir Path folder) {
    Map<String, String> values = new HashMap<>();
    values.put("bootstrap.servers", "localhost:9092");
    assertThatThrownBy(() -> Settings.of(values))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("bundle: not set")
        .hasMessageContaining("models.route.LANG");

    values.put("models.route.ko", folder.toString());
    assertThat(Settings.of(values).model().bundles()).isEqualTo(Map.of("ko", folder));
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
        .hasMessageContaining("120000");
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
                Map.entry("abstain.band.low", "0.4"),
                Map.entry("abstain.band.high", "0.6"),
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

    ItemTopics topics = ItemTopics.of("app-2", "i", "o", Duration.ofMinutes(2));
    assertThat(settings.connection())
        .isEqualTo(
            new Connection(
                "a:1,b:2",
                "app-2",
                new Topics("r", "s", "d"),
                topics.required(),
                ProcessingGuarantee.AT_LEAST_ONCE,
                77,
                Map.of("security.protocol", "SSL")));
    assertThat(settings.model())
        .isEqualTo(
            new ModelSettings(
                Path.of("b.zip"),
                Optional.of(Path.of("key.pub")),
                AbstainRules.none().withBand(AbstainBand.of(0.4, 0.6))));
    assertThat(settings.streams())
        .isEqualTo(
            new StreamsSettings(8, Duration.ofMillis(5), Path.of("state"), Duration.ofSeconds(1)));
    assertThat(settings.inputFormat()).isEqualTo(InputFormat.JSON);
    assertThat(settings.deadLetterText()).isEqualTo(DeadLetterText.DROP);
    assertThat(settings.http())
        .isEqualTo(new HttpSettings("0.0.0.0", 0, new PageSettings(Optional.of(true), true)));
    assertThat(settings.itemTopics()).contains(topics);
    assertThat(settings.items())
        .contains(
            new ItemSettings(
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                Duration.ofMinutes(2),
                Optional.of("app-2.example:9404")));
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

    assertThat(invalid.errors())
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
            String.join("\n", invalid.errors().stream().map(ConfigError::toString).toList()));
  }

  @Test
  void aFaultNamesValueExpectationAndRemedy() {
    assertThat(refusal(with("threads", "zero")))
        .hasMessage(
            "threads: 'zero', expected int, 1 to 512."
                + " Set --threads, THREADS or threads= in the file.");
    assertThat(refusal(Map.of("bundle", "b.zip")))
        .hasMessage(
            "bootstrap.servers: not set, expected string, not blank."
                + " Set --bootstrap-servers, BOOTSTRAP_SERVERS or bootstrap.servers= in the file.");
  }

  @Test
  void anUnknownNameIsAFault() {
    assertThat(refusal(with("scoring.batch", "8"))).hasMessageStartingWith("scoring.batch: '8', ");
  }

  @Test
  void halfAnUncertainBandIsAFault() {
    assertThat(refusal(with("abstain.band.low", "0.4")).errors())
        .extracting(ConfigError::name)
        .containsExactly("abstain.band.high");
  }

  @Test
  void anUncertainBandTheWrongWayRoundIsAFault() {
    Map<String, String> values = new HashMap<>(with("abstain.band.low", "0.6"));
    values.put("abstain.band.high", "0.4");

    assertThat(refusal(values))
        .hasMessageStartingWith("abstain.band.low: '0.6', ")
        .hasMessageContaining("0.4");
  }

  @Test
  void notANumberIsNoEndOfABand() {
    assertThat(refusal(with("abstain.band.low", "NaN")).errors())
        .extracting(ConfigError::name)
        .contains("abstain.band.low");
  }

  @Test
  void twoTopicsOfOneNameAreAFault() {
    assertThat(refusal(with("topics.scores", "reviews")).errors())
        .extracting(ConfigError::name)
        .containsExactly("topics.scores");
  }

  @Test
  void whatHasANameOfItsOwnIsNotPassedOn() {
    assertThat(refusal(with("kafka.num.stream.threads", "4")))
        .hasMessageEndingWith("Set threads instead.");
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
    assertThat(refusal(with("threads", "1\n2"))).hasMessageStartingWith("threads: '1 2'");
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
