package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sentimentstreams.model.decision.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ShowLogsOfFailedTests.class)
class QuickstartIT {

  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final String JAR = "quickstart-app/target/quickstart.jar";

  @Test
  void warmsUpThenShowsReviewsAndLosesNone(@TempDir Path folder) throws Exception {
    try (ChildProcess quickstart =
        start("samples", folder, "--reviews", "200", "--rate", "100", "--warm-up", "30")) {
      assertThat(quickstart.exitCode()).isZero();
      List<String> lines = quickstart.output().lines().toList();
      assertThat(lines).anyMatch(line -> line.matches("  page      http://127.0.0.1:\\d+/"));
      assertThat(lines).filteredOn(line -> line.contains("on purpose")).hasSize(6);
      assertThat(quickstart.output()).contains("NOT_SINGLE_OBJECT", "NO_TEXT", "236");
      assertThat(lines).filteredOn(QuickstartIT::isRow).hasSize(200);
      assertThat(lines.get(lines.size() - 1))
          .matches("scored=200 deadLettered=6 lost=0 p50=\\d+ms p99=\\d+ms");
    }
  }

  @Test
  void playsTheReviewsOfAFolderOnce(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("aclImdb");
    Files.createDirectories(data.resolve("test/pos"));
    Files.createDirectories(data.resolve("test/neg"));
    Files.writeString(data.resolve("test/pos/0_10.txt"), "word1 word2<br /><br />word3");
    Files.writeString(data.resolve("test/neg/0_1.txt"), "word4 \u001b[31m word5");

    try (ChildProcess quickstart =
        start("real", folder, "--data", data.toString(), "--warm-up", "0")) {
      assertThat(quickstart.exitCode()).isZero();
      assertThat(quickstart.output())
          .contains("word1 word2 word3", "scored=2 deadLettered=0 lost=0")
          .doesNotContain("\u001b");
    }
  }

  @Test
  void printsTheSummaryWhenItIsInterrupted(@TempDir Path folder) throws Exception {
    assumeTrue(
        ChildProcess.receivesInterrupts(),
        "the build runs in the background, where SIGINT is ignored (run it in the foreground)");
    try (ChildProcess quickstart =
        start("interrupted", folder, "--rate", "50", "--warm-up", "10")) {
      await("the first scores")
          .atMost(ChildProcess.TIMEOUT)
          .until(() -> quickstart.output().lines().filter(QuickstartIT::isRow).count() > 20);
      quickstart.interrupt();
      assertThat(quickstart.exitCode()).isZero();
      assertThat(quickstart.output().strip().lines().reduce("", (before, line) -> line))
          .matches("scored=\\d+ deadLettered=\\d+ lost=0 p50=\\d+ms p99=\\d+ms");
    }
  }

  @Test
  void routesEnglishAndKoreanReviewsAndExplainsOtherLanguages() throws Exception {
    Path log = ShowLogsOfFailedTests.log(QuickstartIT.class, "routes");
    List<String> options = List.of("-Xmx768m", "-Dsentimentstreams.home=" + ROOT);
    List<String> arguments = List.of("--reviews", "60", "--rate", "100", "--warm-up", "0");
    try (ChildProcess quickstart = ChildProcess.start(JAR, log, options, arguments)) {
      assertThat(quickstart.exitCode()).isZero();
      List<String> lines = quickstart.output().lines().toList();
      assertThat(lines)
          .anyMatch(line -> line.matches("[01]\\.\\d{4}  en     (POSITIVE|NEGATIVE) .*"))
          .anyMatch(line -> line.matches("[01]\\.\\d{4}  ko     (POSITIVE|NEGATIVE) .*"))
          .anyMatch(line -> line.matches("-       -      no answer  -  .*"))
          .anyMatch(line -> line.contains("No answer: the review is in German"));
      assertThat(quickstart.output()).contains("imdb-default (en)", "nsmc-default (ko)");
      assertThat(lines.get(lines.size() - 1)).startsWith("scored=60 ").contains("lost=0");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 77})
  void measuresAFileWithABundleOfAnyLabels(int labels, @TempDir Path folder) throws Exception {
    List<String> names = IntStream.range(0, labels).mapToObj(i -> "Label " + i).toList();
    Task task = labels == 5 ? Task.ORDERED : Task.NOMINAL;
    Path bundle = TinyBundle.write(folder, names, task);
    OfflineAnswers offline = new OfflineAnswers(bundle);
    StringBuilder rows = new StringBuilder("text\tlabel\n");
    for (int i = 0; i < 20; i++) {
      String text = "word" + i + " word" + 3 * i;
      String label = offline.of(text).label().orElseThrow();
      String other = names.get((names.indexOf(label) + 1) % labels);
      String expected = i % 4 == 0 ? other : label.toUpperCase(Locale.ROOT);
      rows.append(text).append('\t').append(expected).append('\n');
    }
    rows.append("unseen tokens\tlabel 0\n");
    Path data = Files.writeString(folder.resolve("data.tsv"), rows.toString());
    Path log = ShowLogsOfFailedTests.log(QuickstartIT.class, "file-" + labels);

    try (ChildProcess quickstart =
        ChildProcess.start(
            JAR,
            log,
            List.of("--bundle", bundle.toString(), "--data", data.toString(), "--warm-up", "0"))) {
      assertThat(quickstart.exitCode()).isZero();
      assertThat(quickstart.output())
          .contains("Accuracy: 15 of 20 answered reviews got the expected label (75.0 %).")
          .contains("Coverage: 20 of 21 reviews answered (95.2 %). No answer: 1 OUT_OF_VOCABULARY.")
          .contains("the model knows 0 of the 2 tokens", "scored=21 deadLettered=1 lost=0")
          .contains(task == Task.NOMINAL ? "PROB    LABEL" : "SCORE   LABEL");
    }
  }

  @Test
  void namesAMissingModel(@TempDir Path folder) throws Exception {
    Path log = ShowLogsOfFailedTests.log(QuickstartIT.class, "no-model");
    List<String> arguments = List.of("--bundle", folder.resolve("missing").toString());
    try (ChildProcess quickstart = ChildProcess.start(JAR, log, arguments)) {
      assertThat(quickstart.exitCode()).isEqualTo(1);
      assertThat(quickstart.output()).hasLineCount(1).contains("missing", "--bundle");
    }
  }

  @Test
  void playsHardReviews(@TempDir Path folder) throws Exception {
    try (ChildProcess quickstart =
        start("hard", folder, "--hard", "--reviews", "3", "--warm-up", "0")) {
      assertThat(quickstart.exitCode()).isZero();
      assertThat(quickstart.output())
          .contains("I was not bored for a single second", "scored=3 deadLettered=0 lost=0");
    }
  }

  private static boolean isRow(String line) {
    return line.matches("([01]\\.\\d{4}|-     )  (POSITIVE|NEGATIVE|no answer) .*");
  }

  private static ChildProcess start(String name, Path folder, String... options)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--bundle", TinyBundle.write(folder).toString()));
    return ChildProcess.start(JAR, ShowLogsOfFailedTests.log(QuickstartIT.class, name), arguments);
  }
}
