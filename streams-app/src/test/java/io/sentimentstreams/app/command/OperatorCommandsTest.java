package io.sentimentstreams.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be seen of the commands without a broker. */
class OperatorCommandsTest {

  private static final Map<String, String> SOMEWHERE =
      Map.of("BOOTSTRAP_SERVERS", "127.0.0.1:1", "KAFKA_DEFAULT_API_TIMEOUT_MS", "300");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void helpNamesTheOptionsThatConnect() {
    assertThat(run(Map.of(), "dead-letters", "replay", "--help")).isZero();

    assertThat(out.toString(UTF_8))
        .contains(
            "--bootstrap-servers", "--kafka", "--config", "--attempts-max", "UNKNOWN_FINGERPRINT")
        .doesNotContain("--bundle");
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

  @Test
  void whatConnectsIsAskedFor() {
    assertThat(run(Map.of(), "dead-letters", "list")).isEqualTo(2);

    assertThat(err.toString(UTF_8)).startsWith("bootstrap.servers: nothing was given");
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

    assertThat(err.toString(UTF_8))
        .hasLineCount(1)
        .contains("check bootstrap.servers, the network and your rights");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "create"})
  void aClusterThatDoesNotAnswerIsOneLine(String command) {
    assertThat(run(SOMEWHERE, "topics", command, "--kafka", "request.timeout.ms=200")).isEqualTo(1);

    assertThat(err.toString(UTF_8))
        .hasLineCount(1)
        .startsWith("the cluster at 127.0.0.1:1 does not tell about the topics");
  }

  private int run(Map<String, String> environment, String... arguments) {
    return new OperatorCommands(
            environment,
            Clock.systemUTC(),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8))
        .run(arguments);
  }
}
