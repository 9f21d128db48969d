package io.sentimentstreams.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<Integer> halts = new ArrayList<>();
  private final List<String> events = new ArrayList<>();

  @Test
  void helpListsEverySetting() {
    assertThat(run("--help")).isEqualTo(Main.OK);

    assertThat(out.toString(UTF_8)).contains("--bootstrap-servers", "--review-max-bytes");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void invalidSettingsArePrintedOnePerLine() {
    assertThat(run("--threads", "0", "--http-port", "x")).isEqualTo(Main.USAGE);

    assertThat(err.toString(UTF_8).lines())
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .containsExactlyInAnyOrder("bootstrap.servers", "bundle", "threads", "http.port");
  }

  @ParameterizedTest
  @CsvSource({
    "topic check, Did you mean topics?",
    "--bundel x, Did you mean --bundle?",
    "--input-fromat=json, Did you mean --input-format?",
    "--zzzzzzzzzzzz 5, an option or command"
  })
  void typosGetASuggestion(String line, String suggestion) {
    assertThat(run(line.split(" ", -1))).isEqualTo(Main.USAGE);

    assertThat(err.toString(UTF_8)).contains(suggestion);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "topics\ncheck", "dead-letters\nlist"})
  void aSecretWithAnOpenQuoteIsNotPrinted(String command) {
    List<String> arguments = new ArrayList<>(command.lines().toList());
    arguments.addAll(
        List.of("--kafka", "sasl.jaas.config=Module required password=\"not-for-eyes;"));
    PrintStream before = System.err;
    System.setErr(new PrintStream(err, true, UTF_8));
    try {
      assertThat(run(arguments.toArray(String[]::new))).isEqualTo(Main.USAGE);
    } finally {
      System.setErr(before);
    }

    assertThat(err.toString(UTF_8)).contains("bootstrap.servers").doesNotContain("not-for-eyes");
  }

  @Test
  void aMissingBundleIsReportedInOneLine(@TempDir Path folder) {
    String missing = folder.resolve("none.zip").toString();

    assertThat(run("--bootstrap-servers", "127.0.0.1:1", "--bundle", missing))
        .isEqualTo(Main.FAILURE);

    assertThat(err.toString(UTF_8).lines()).singleElement().asString().contains(missing);
  }

  @Test
  void aShutdownClosesAndHaltsWithZero() {
    Shutdown shutdown = new Shutdown(halts::add);
    shutdown.closes(() -> events.add("closed"));

    shutdown.run();

    assertThat(events).containsExactly("closed");
    assertThat(halts).containsExactly(Main.OK);
  }

  @Test
  void aShutdownAfterAFailureHaltsWithOne() {
    Shutdown shutdown = new Shutdown(halts::add);
    shutdown.failed();

    shutdown.run();

    assertThat(halts).containsExactly(Main.FAILURE);
  }

  @Test
  void aFailureToCloseHaltsWithOne() {
    Shutdown shutdown = new Shutdown(halts::add);
    shutdown.closes(
        () -> {
          throw new IllegalStateException("stuck");
        });

    shutdown.run();

    assertThat(halts).containsExactly(Main.FAILURE);
  }

  private int run(String... arguments) {
    return new Main(Map.of(), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
        .run(new Shutdown(halts::add), arguments);
  }
}
