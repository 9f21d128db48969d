package io.sentimentstreams.app;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sentimentstreams.app.config.ConfigError;
import io.sentimentstreams.app.config.InvalidConfigException;
import io.sentimentstreams.app.config.Setting;
import io.sentimentstreams.app.config.SettingGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsSourcesTest {

  private final Path folder;

  SettingsSourcesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theThreeSpellingsNameOneSetting() throws IOException {
    Settings byFile = read(Map.of(), "--config", file(required() + "review.max.bytes=77\n"));
    Settings byEnvironment = read(Map.of("REVIEW_MAX_BYTES", "77"), "--config", file(required()));
    Settings byOption = read(Map.of(), "--config", file(required()), "--review-max-bytes", "77");

    assertThat(byFile.connection().reviewMaxBytes()).isEqualTo(77);
    assertThat(byEnvironment).hasToString(byFile.toString());
    assertThat(byOption).hasToString(byFile.toString());
  }

  @Test
  void theCommandLineGoesBeforeTheEnvironmentBeforeTheFile() throws IOException {
    String file = file(required() + "threads=2\nhttp.port=2\ncommit.interval.ms=2\n");
    Map<String, String> environment = Map.of("THREADS", "3", "HTTP_PORT", "3");

    Settings settings = read(environment, "--config", file, "--threads", "4");

    assertThat(settings.streams().threads()).isEqualTo(4);
    assertThat(settings.http().port()).isEqualTo(3);
    assertThat(settings.streams().commitInterval().toMillis()).isEqualTo(2);
    assertThat(settings.connection().reviewMaxBytes()).isEqualTo(262_144);
  }

  @Test
  void scoresThatDoNotWaitForCommitsAreCommittedLessOften() throws IOException {
    String file = file(required());

    assertThat(read(Map.of(), "--config", file).streams().commitInterval()).hasMillis(100);
    assertThat(
            read(Map.of("PROCESSING_GUARANTEE", "at_least_once"), "--config", file)
                .streams()
                .commitInterval())
        .hasMillis(1_000);
    assertThat(read(Map.of("COMMIT_INTERVAL_MS", "7"), "--config", file).streams().commitInterval())
        .hasMillis(7);
  }

  @Test
  void everySettingHasAnOptionAndAVariable() {
    for (SettingGroup group : Settings.GROUPS) {
      for (Setting<?> setting : group.settings()) {
        assertThat(setting.name().option()).matches("--[a-z]+(-[a-z]+)*");
        assertThat(setting.name().environment()).matches("[A-Z][A-Z_]*");
      }
    }
  }

  @Test
  void routesAreNamedInAllSources() throws IOException {
    Path korean = Files.createDirectory(folder.resolve("ko"));
    Path english = Files.createDirectory(folder.resolve("en"));
    Path rest = Files.createDirectory(folder.resolve("rest"));
    Settings settings =
        read(
            Map.of("MODELS_ROUTE_OTHERS", rest.toString(), "MODELS_ROUTE_EN", "overridden"),
            "--config",
            file("bootstrap.servers=localhost:9092\nmodels.route.ko=" + korean + "\n"),
            "--models-route",
            "en=" + english);

    assertThat(settings.model().bundles())
        .isEqualTo(Map.of("ko", korean, "en", english, "*", rest));
    assertThat(settings.toString()).contains("models.route.ko=" + korean);
  }

  @Test
  void theOptionOfARouteIsGivenOncePerLanguage() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(),
                    "--bootstrap-servers=localhost:9092",
                    "--models-route=en=a",
                    "--models-route=en=b",
                    "--models-route=ko"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("en=b")
        .hasMessageContaining("'ko'");
  }

  @Test
  void settingsOfKafkaArePassedOnFromEverywhere() throws IOException {
    String file = file(required() + "kafka.security.protocol=SSL\nkafka.client.id=c\n");
    Map<String, String> environment =
        Map.of("KAFKA_SECURITY_PROTOCOL", "SASL_SSL", "KAFKA_SASL_MECHANISM", "PLAIN");

    Settings settings =
        read(environment, "--config", file, "--kafka", "sasl.mechanism=SCRAM-SHA-512");

    assertThat(settings.connection().kafka())
        .isEqualTo(
            Map.of(
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "SCRAM-SHA-512",
                "client.id", "c"));
  }

  @Test
  void variablesThatKafkaDoesNotKnowAreLeftAlone() throws IOException {
    Map<String, String> environment =
        Map.of("KAFKA_HEAP_OPTS", "-Xmx1g", "KAFKA_PORT_9092_TCP", "tcp://10.0.0.1:9092");

    assertThat(read(environment, "--config", file(required())).connection().kafka()).isEmpty();
  }

  @Test
  void faultsOfEverySourceAreReportedTogether() throws IOException {
    String file = file("bundle=b.zip\nthread=3\n");

    InvalidConfigException invalid =
        catchThrowableOfType(
            InvalidConfigException.class,
            () ->
                read(
                    Map.of("HTTP_PORT", "http"), "--config", file, "--threads", "-1", "--no-such"));

    assertThat(invalid.errors())
        .extracting(ConfigError::name)
        .containsExactlyInAnyOrder(
            "command line", "bootstrap.servers", "threads", "http.port", "thread");
  }

  @Test
  void anOptionWithoutItsValueIsAFault() throws IOException {
    String file = file(required());

    InvalidConfigException invalid =
        catchThrowableOfType(
            InvalidConfigException.class, () -> read(Map.of(), "--config", file, "--threads"));

    assertThat(invalid).hasMessageContaining("--threads");
  }

  @Test
  void aFileThatIsNotThereIsAFault() {
    Path missing = folder.resolve("missing.properties");

    InvalidConfigException invalid =
        catchThrowableOfType(
            InvalidConfigException.class, () -> read(Map.of(), "--config", missing.toString()));

    assertThat(invalid.errors())
        .extracting(ConfigError::name)
        .contains("--config", "bootstrap.servers", "bundle");
  }

  @Test
  void aByteOrderMarkOfAFileIsDropped() throws IOException {
    assertThat(read(Map.of(), "--config", file("\uFEFF" + required())))
        .hasToString(read(Map.of(), "--config", file(required())).toString());
    assertThat(read(Map.of(), "--config", file("\uFEFF# comment\r\n" + required())))
        .hasToString(read(Map.of(), "--config", file(required())).toString());
    assertThat(
            catchThrowableOfType(
                    InvalidConfigException.class, () -> read(Map.of(), "--config", file("\uFEFF")))
                .errors())
        .extracting(ConfigError::name)
        .contains("bootstrap.servers");
  }

  @Test
  void aFileInUtf16IsAFaultThatSaysSo() throws IOException {
    Path file = folder.resolve("utf16.properties");
    Files.write(file, required().getBytes(UTF_16));

    InvalidConfigException invalid =
        catchThrowableOfType(
            InvalidConfigException.class, () -> read(Map.of(), "--config", file.toString()));

    assertThat(invalid).hasMessageContaining("Save it as UTF-8; it may be UTF-16 or Latin-1");
  }

  @Test
  void aSecretOfACommandLineThatCannotBeUnderstoodIsHidden() throws IOException {
    String file = file(required());
    String[][] lines = {
      {"--kafka-ssl-key-password", "hunter2"},
      {"--kafka-sasl-jaas-config=x password=\"hunter2\";"},
      {"--kafka", "sasl.jaas.config hunter2"},
    };

    for (String[] line : lines) {
      List<String> arguments = new ArrayList<>(List.of("--config", file));
      arguments.addAll(List.of(line));
      InvalidConfigException invalid =
          catchThrowableOfType(
              InvalidConfigException.class, () -> read(Map.of(), arguments.toArray(String[]::new)));

      assertThat(invalid).hasMessageNotContaining("hunter2").hasMessageContaining("--kafka");
    }
  }

  private static Settings read(Map<String, String> environment, String... arguments) {
    return Settings.read(environment, arguments);
  }

  private static String required() {
    return "bootstrap.servers=localhost:9092\nbundle=b.zip\n";
  }

  private String file(String content) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "app", ".properties"), content)
        .toString();
  }
}
