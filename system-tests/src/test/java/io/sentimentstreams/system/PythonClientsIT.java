package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The clients in {@code docs/clients} with the application. The interpreter is {@code -Dpython=},
 * the variable {@code PYTHON}, or {@code python3}.
 */
@ExtendWith(ShowLogsOfFailedTests.class)
class PythonClientsIT {

  private static final Path CLIENTS =
      Path.of(System.getProperty("repository.root"), "docs", "clients");
  private static final String PYTHON =
      Optional.ofNullable(System.getProperty("python"))
          .or(() -> Optional.ofNullable(System.getenv("PYTHON")))
          .orElse("python3");
  private static final int NO_PACKAGES = 3;
  private static final String LINES = "word1 word2 word3\n\nword4 \u00fcber word5\n";

  @TempDir private Path folder;

  @BeforeEach
  void needsPythonWithItsPackages() throws Exception {
    Optional<String> missing = missing();
    assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
  }

  @Test
  void clientsUseSingleObjectEncoding() throws Exception {
    try (Cluster cluster = new Cluster(folder, 2);
        ScoringProcess application = cluster.startApplication(PythonClientsIT.class, Map.of())) {
      assertThat(application.isReady()).isTrue();

      assertReviewsComeBackAsScores(cluster, List.of());
    }
  }

  @Test
  void clientsUseARegistry() throws Exception {
    try (LocalRegistry registry = new LocalRegistry();
        Cluster cluster = new Cluster(folder, 2);
        ScoringProcess application =
            cluster.startApplication(
                PythonClientsIT.class, Map.of("schema.registry.url", registry.url().toString()))) {
      assertThat(application.isReady()).isTrue();

      assertReviewsComeBackAsScores(cluster, List.of("--registry", registry.url().toString()));
    }
  }

  @Test
  void printsATableOfScoresWithAndWithoutALabel() throws Exception {
    try (Cluster cluster = new Cluster(folder, 1);
        ScoringProcess application = cluster.startApplication(PythonClientsIT.class, Map.of())) {
      assertThat(application.isReady()).isTrue();
      String bootstrap = cluster.broker().bootstrapServers();
      run(
          "produce_reviews.py",
          "word1 word2\nunseen tokens\n",
          List.of(),
          "--bootstrap-servers",
          bootstrap);

      String table =
          run(
              "consume_scores.py",
              "",
              List.of("--table"),
              "--bootstrap-servers",
              bootstrap,
              "--count",
              "2",
              "--timeout",
              "120");

      assertThat(table.lines().toList().get(0))
          .containsSubsequence("LABEL", "TOP", "SCORE", "ABSTAINED", "LANG", "MODEL", "REVIEW");
      assertThat(table.lines())
          .anyMatch(
              line ->
                  line.matches(
                      "(POSITIVE|NEGATIVE) +\\1 [01]\\.\\d{3} +[01]\\.\\d{3} +- +- +tiny 1 .*"))
          .anyMatch(line -> line.matches("- +- +- +OUT_OF_VOCABULARY +- +tiny 1 .*"));
    }
  }

  private void assertReviewsComeBackAsScores(Cluster cluster, List<String> more) throws Exception {
    String bootstrap = cluster.broker().bootstrapServers();
    String published =
        run(
            "produce_reviews.py",
            LINES,
            more,
            "--bootstrap-servers",
            bootstrap,
            "--item-id",
            "film-7",
            "--language",
            "en-GB",
            "--rating",
            "4");
    String scored =
        run(
            "consume_scores.py",
            "",
            more,
            "--bootstrap-servers",
            bootstrap,
            "--count",
            "2",
            "--timeout",
            "120");

    List<JsonNode> scores = new ArrayList<>();
    for (String line : scored.lines().toList()) {
      scores.add(new ObjectMapper().readTree(line));
    }
    assertThat(scores)
        .extracting(score -> score.path("reviewId").asText())
        .containsExactlyInAnyOrderElementsOf(ids(published));
    assertThat(scores)
        .allSatisfy(
            score -> {
              assertThat(score.path("score").asDouble()).isStrictlyBetween(0.0, 1.0);
              assertThat(score.path("probabilities").path(1).path("probability").asDouble())
                  .isEqualTo(score.path("score").asDouble());
              assertThat(score.path("label").asText()).isIn("POSITIVE", "NEGATIVE");
              assertThat(score.path("abstained").isNull()).isTrue();
              assertThat(score.path("itemId").asText()).isEqualTo("film-7");
              assertThat(score.path("model").path("name").asText()).isEqualTo("tiny");
              assertThat(score.path("tokens").path("count").asInt()).isEqualTo(3);
            });
  }

  private static List<String> ids(String published) {
    List<String> ids = new ArrayList<>();
    Matcher lines = Pattern.compile("(?m)^(\\S+) at reviews-[01]-\\d+$").matcher(published);
    while (lines.find()) {
      ids.add(lines.group(1));
    }
    return ids;
  }

  private String run(String script, String input, List<String> more, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(PYTHON, "-B", CLIENTS.resolve(script).toString()));
    command.addAll(List.of(arguments));
    command.addAll(more);
    Path in = Files.writeString(folder.resolve(script + ".in"), input);
    Path out = folder.resolve(script + ".out");
    Path err = ShowLogsOfFailedTests.log(PythonClientsIT.class, script);
    Files.createDirectories(err.getParent());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("PYTHONUTF8", "1");
    assertThat(exitCode(builder.start())).as("exit code of " + command).isZero();
    return Files.readString(out);
  }

  private static Optional<String> missing() throws Exception {
    try {
      Process process =
          new ProcessBuilder(
                  PYTHON, "-B", CLIENTS.resolve("consume_scores.py").toString(), "--help")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return exitCode(process) == NO_PACKAGES
          ? Optional.of(
              PYTHON
                  + " has no confluent-kafka or no fastavro"
                  + " (pip install -r system-tests/requirements.txt, or set -Dpython=PATH)")
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of(PYTHON + " is not installed (set -Dpython=PATH)");
    }
  }

  private static int exitCode(Process process) throws InterruptedException {
    if (!process.waitFor(ChildProcess.TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }
}
