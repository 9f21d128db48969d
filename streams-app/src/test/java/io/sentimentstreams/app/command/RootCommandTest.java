package io.sentimentstreams.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.app.Settings;
import io.sentimentstreams.app.config.CommandLineOptions;
import io.sentimentstreams.app.config.ConfigError;
import io.sentimentstreams.app.config.Setting;
import io.sentimentstreams.app.config.SettingGroup;
import io.sentimentstreams.app.config.SettingsSources;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be seen of the commands without a broker. */
class RootCommandTest {

  private static final Map<String, String> SOMEWHERE =
      Map.of("BOOTSTRAP_SERVERS", "127.0.0.1:1", "KAFKA_DEFAULT_API_TIMEOUT_MS", "300");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<CommandLineOptions> started = new ArrayList<>();

  @Test
  void helpNamesTheOptionsThatConnect() {
    assertThat(run(Map.of(), "dead-letters", "replay", "--help")).isZero();

    assertThat(out.toString(UTF_8))
        .contains(
            "--bootstrap-servers", "--kafka", "--config", "--attempts-max", "UNKNOWN_FINGERPRINT")
        .doesNotContain("--bundle");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "topics chek|did you mean check?",
        "topics check --bootstrap-server x|did you mean --bootstrap-servers?",
        "topics create --partition=3|did you mean --partitions?",
        "dead-letters lst|did you mean list?",
      })
  void typosGetASuggestion(String line, String suggestion) {
    assertThat(run(SOMEWHERE, line.split(" ", -1))).isEqualTo(2);
    assertThat(err.toString(UTF_8)).containsIgnoringCase(suggestion);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dead-letters",
        "dead-letters show",
        "dead-letters show 1-2",
        "dead-letters list --since yesterday",
        "dead-letters list --since PT99999999999999H",
        "dead-letters list --reason UGLY",
        "dead-letters replay --attempts-max 0",
        "dead-letters replay --name a/b",
        "topics create --partitions 0",
        "topics create --reviews-retention 0d",
        "topics check --no-such"
      })
  void wrongUsageIsOneLine(String line) {
    assertThat(run(SOMEWHERE, line.split(" ", -1))).isEqualTo(2);

    assertThat(err.toString(UTF_8)).hasLineCount(1).contains("--help");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--threads 4", "run --threads 4", "--threads 4 run"})
  void runIsTheDefaultCommand(String line) {
    assertThat(run(Map.of(), line.split(" ", -1))).isEqualTo(7);

    assertThat(started)
        .singleElement()
        .extracting(CommandLineOptions::values)
        .isEqualTo(Map.of("threads", "4"));
  }

  @Test
  void anOptionAfterTheCommandOverridesTheSameOptionBeforeIt() {
    run(Map.of(), "--threads", "4", "--http-port", "1", "run", "--threads", "5");

    assertThat(started.get(0).values()).isEqualTo(Map.of("threads", "5", "http.port", "1"));
  }

  @Test
  void settingsAreAcceptedBeforeTheCommand(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(folder.resolve("app.properties"), "bootstrap.servers=127.0.0.1:1\n");

    assertThat(
            run(
                Map.of("KAFKA_DEFAULT_API_TIMEOUT_MS", "300"),
                "--config",
                file.toString(),
                "topics",
                "check",
                "--kafka",
                "request.timeout.ms=200"))
        .isEqualTo(1);

    assertThat(err.toString(UTF_8)).hasLineCount(1).contains("127.0.0.1:1");
    assertThat(started).isEmpty();
  }

  @Test
  void anUnknownCommandIsAnErrorOfTheSettings() {
    run(Map.of(), "topicz");

    assertThat(started.get(0).errors())
        .singleElement()
        .extracting(ConfigError::value)
        .isEqualTo("topicz");
  }

  @Test
  void theVersionIsPrinted() {
    assertThat(run(Map.of(), "--version")).isZero();

    assertThat(out.toString(UTF_8)).isEqualTo("streams-app 1.2.3" + System.lineSeparator());
  }

  @Test
  void helpListsTheCommandsAndEverySetting() {
    assertThat(run(Map.of(), "--help")).isZero();

    assertThat(out.toString(UTF_8)).contains("dead-letters", "topics", "run");
    for (SettingGroup group : Settings.GROUPS) {
      assertThat(out.toString(UTF_8)).contains(group.title() + ":");
      for (Setting<?> setting : group.settings()) {
        assertThat(out.toString(UTF_8)).contains(setting.name().option() + "=");
      }
      group
          .families()
          .forEach(family -> assertThat(out.toString(UTF_8)).contains(family.option() + "="));
    }
  }

  @Test
  void whatConnectsIsAskedFor() {
    assertThat(run(Map.of(), "dead-letters", "list")).isEqualTo(2);

    assertThat(err.toString(UTF_8)).startsWith("bootstrap.servers: not set");
  }

  @Test
  void theApplicationsOwnFileWillDo(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("app.properties"),
            """
            bootstrap.servers=127.0.0.1:1
            bundle=none.zip
            threads=2
            kafka.default.api.timeout.ms=300
            """);

    assertThat(run(Map.of(), "dead-letters", "list", "--config", file.toString())).isEqualTo(1);

    assertThat(err.toString(UTF_8)).hasLineCount(1).contains("bootstrap.servers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "create"})
  void aClusterThatDoesNotAnswerIsOneLine(String command) {
    assertThat(run(SOMEWHERE, "topics", command, "--kafka", "request.timeout.ms=200")).isEqualTo(1);

    assertThat(err.toString(UTF_8)).hasLineCount(1).contains("127.0.0.1:1");
  }

  private int run(Map<String, String> environment, String... arguments) {
    CommandContext context =
        new CommandContext(
            new SettingsSources(Settings.GROUPS, environment),
            Clock.systemUTC(),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    return new RootCommand(
            context,
            "1.2.3",
            (sources, line) -> {
              started.add(line);
              return 7;
            })
        .run(arguments);
  }
}
