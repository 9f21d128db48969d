package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.network.Dense;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on texts with three labels that are easy to learn. */
class ManyLabelsTest {

  private static final Map<String, List<String>> OPINIONS =
      new TreeMap<>(
          Map.of(
              "good", List.of("lovely", "great", "superb"),
              "fair", List.of("decent", "watchable", "average"),
              "bad", List.of("awful", "dull", "boring")));

  private static final List<String> NEUTRAL =
      List.of("the", "film", "actor", "story", "was", "and");

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path reviews = Path.of("");

  @BeforeEach
  void writeReviews() throws IOException {
    Random random = new Random(3);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      for (String label : OPINIONS.keySet()) {
        lines.add(
            "{\"body\": \"%s\", \"stars\": \"%s\", \"split\": \"%s\"}"
                .formatted(text(random, label), label, i < 80 ? "train" : "test"));
      }
    }
    lines.add(7, "{\"body\": \"half a line");
    reviews = Files.write(folder.resolve("reviews.jsonl"), lines);
  }

  private static String text(Random random, String label) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      words.add(NEUTRAL.get(random.nextInt(NEUTRAL.size())));
    }
    List<String> opinion = OPINIONS.getOrDefault(label, List.of());
    words.add(random.nextInt(5), opinion.get(random.nextInt(opinion.size())));
    return String.join(" ", words);
  }

  @Test
  void threeLabelsAreLearnedMeasuredRecordedAndPredicted() throws IOException {
    Path model = folder.resolve("three");
    assertThat(train(model)).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("warning: " + reviews + ":8: ")
        .contains("1 of 361", "1 %")
        .contains("3 labels: bad, fair, good");

    Bundle bundle = BundleReader.read(model).bundle();
    assertThat(bundle.manifest().labels()).containsExactly("bad", "fair", "good");
    assertThat(bundle.manifest().network().output())
        .isEqualTo(new Dense("dense", 3, Dense.Activation.SOFTMAX));
    assertThat(bundle.golden().get(0).outputs()).hasSize(3);
    assertThat(bundle.manifest().training())
        .containsKeys("trainingLabel.bad", "trainingLabel.good");

    JsonNode test = evaluate(model, "--json", "--record");
    assertThat(test.at("/examples").asInt()).isEqualTo(120);
    assertThat(test.at("/accuracy").asDouble()).isGreaterThan(0.95);
    assertThat(test.at("/macroF1").asDouble()).isGreaterThan(0.95);
    assertThat(test.at("/confusion")).hasSize(3);
    assertThat(test.at("/logLoss").asDouble()).isLessThan(0.5);
    assertThat(evaluate(model, "--json", "--split", "validation").at("/accuracy").asDouble())
        .isGreaterThan(0.9);
    assertThat(Files.readString(model.resolve("README.md")))
        .contains("bad, fair, good.")
        .contains("| test: the JSON file reviews.jsonl | 120 |");

    out.getBuffer().setLength(0);
    assertThat(run("predict", "--bundle", model, "the film was watchable")).isZero();
    assertThat(out.toString())
        .matches("(?s)fair \\(bad 0\\.\\d{4}, fair 0\\.\\d{4}, good 0.*; 4 tokens.*");
  }

  @Test
  void featuresForTwoLabelsRejectThree() {
    Path model = folder.resolve("three");
    assertThat(train(model, "--epochs", "1")).as(err.toString()).isZero();
    assertThat(out.toString()).contains("wrote no report");

    assertThat(run("compare", model, model, "--data", reviews)).isEqualTo(1);
    assertThat(err.toString())
        .startsWith("error: " + model + ": ")
        .contains("bad, fair, good", "evaluate")
        .hasLineCount(1);
    assertThat(
            run(
                "evaluate",
                "--bundle",
                model,
                "--data",
                reviews,
                "--text-column",
                "body",
                "--label-column",
                "stars",
                "--report",
                folder.resolve("report.html")))
        .isEqualTo(1);
    assertThat(err.toString()).contains("--report");
    assertThat(train(folder.resolve("x"), "--target-precision", "0.9")).isEqualTo(1);
    assertThat(err.toString()).contains("--target-precision");

    assertThat(run("compare", model, model)).isZero();
    out.getBuffer().setLength(0);
    assertThat(run("inspect", model)).isZero();
    assertThat(out.toString()).contains("bad, fair, good").containsPattern("(0\\.\\d{6} ){3}");
  }

  @Test
  void teachersAreRejectedForMoreThanTwoLabels() throws IOException {
    Path unlabelled = Files.createDirectory(folder.resolve("unsup"));
    Files.writeString(unlabelled.resolve("1.txt"), "the film");

    assertThat(train(folder.resolve("x"), "--unlabelled", unlabelled.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("bad, fair, good", "--unlabelled");
  }

  @Test
  void valuesThatAreNotListedAreErrorsWithTheirLine() {
    assertThat(train(folder.resolve("x"), "--labels", "bad,good")).isEqualTo(1);
    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "error: %s: line 2: the label 'fair' is not one of --labels bad, good. Add it to --labels, or leave its rows out with --label-map 'fair='."
                .formatted(reviews));
    assertThat(folder.resolve("x")).doesNotExist();
    assertThat(train(folder.resolve("x"), "--labels", "bad")).isEqualTo(2);
    assertThat(train(folder.resolve("x"), "--bad-lines-max", "few")).isEqualTo(2);
    assertThat(err.toString()).contains("--bad-lines-max", "'few'");
  }

  private int train(Path model, String... more) {
    List<Object> args = new ArrayList<>(List.of("train", "--data", reviews, "--out", model));
    args.addAll(List.of("--text-column", "body", "--label-column", "stars", "--cell", "gru"));
    args.addAll(List.of("--units", "8", "--embedding-dim", "8", "--batch-size", "16"));
    if (!List.of(more).contains("--epochs")) {
      args.addAll(List.of("--epochs", "15"));
    }
    args.addAll(List.of("--learning-rate", "0.02", "--dropout", "0", "--embedding-dropout", "0"));
    args.addAll(List.of("--workers", "2", "--progress", "lines"));
    args.addAll(List.of(more));
    return run(args.toArray());
  }

  private JsonNode evaluate(Path model, String... more) throws IOException {
    out.getBuffer().setLength(0);
    List<Object> args = new ArrayList<>(List.of("evaluate", "--data", reviews, "--bundle", model));
    args.addAll(List.of("--text-column", "body", "--label-column", "stars"));
    args.addAll(List.of(more));
    assertThat(run(args.toArray())).as(err.toString()).isZero();
    return new ObjectMapper().readTree(out.toString());
  }

  private int run(Object... args) {
    err.getBuffer().setLength(0);
    return ModelTrainer.run(
        Arrays.stream(args).map(Object::toString).toArray(String[]::new),
        new ByteArrayInputStream(new byte[0]),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        InstantSource.system());
  }
}
