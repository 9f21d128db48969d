package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.ConfidenceThreshold;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.scoring.TextScorer;
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
  void reportHasAPictureOfTheConfusionAndACurveOfEachLabel() throws IOException {
    Path model = folder.resolve("three");
    assertThat(train(model)).as(err.toString()).isZero();
    assertThat(out.toString()).contains("wrote " + model.resolve("report.html"));

    assertThat(Files.readString(model.resolve("report.html")))
        .contains("<svg class=\"heat\"", "true bad, predicted bad: ", "macro F1")
        .contains("one label against the rest", "macro average", "micro average")
        .contains("mean probability of the most probable label", "Risk and coverage")
        .contains("Answers by the rules of the bundle", "Lengths by correctness")
        .doesNotContain("<script", "<img", "src=");
    assertThat(Files.readString(model.resolve("README.md")))
        .contains("## Answers", "| answered | correct on validation | correct on test |")
        .contains("| 50 % | 100.0 % | not measured |");

    Path page = folder.resolve("test.html");
    evaluate(model, "--report", page.toString(), "--json");
    assertThat(Files.readString(page)).contains("120 reviews", "Training curves");
  }

  @Test
  void bundlesWithThreeLabelsAreComparedAndInspected() throws IOException {
    Path model = folder.resolve("three");
    assertThat(train(model, "--no-report")).as(err.toString()).isZero();
    assertThat(train(folder.resolve("two"), "--label-map", "negative=bad;positive=fair,good"))
        .as(err.toString())
        .isZero();

    JsonNode compared = json("compare", model, model, "--data", reviews, "--json");
    assertThat(compared.at("/bundles/1/measured/accuracy").asDouble()).isGreaterThan(0.95);
    assertThat(compared.at("/bundles/1/measured/macroF1").asDouble()).isGreaterThan(0.95);
    assertThat(compared.at("/bundles/1/measured/answers/coverage").asDouble()).isEqualTo(1);
    assertThat(compared.at("/bundles/1/measured/medianMilliseconds").asDouble()).isPositive();
    assertThat(run(columns("compare", model, folder.resolve("two"), "--data", reviews)))
        .isEqualTo(1);
    assertThat(err.toString())
        .contains("other labels (negative, positive)", "bad, fair, good", "evaluate");

    JsonNode inspected = new ObjectMapper().readTree(printed("inspect", model, "--json"));
    assertThat(inspected.at("/task").asText()).isEqualTo("nominal");
    assertThat(inspected.at("/abstain/unknownShare").asDouble()).isBetween(0.5, 1.0);
    assertThat(printed("inspect", model))
        .contains("bad, fair, good", "task           nominal", "no answer ", " unknown tokens")
        .containsPattern("(0\\.\\d{6} ){3}");
  }

  @Test
  void targetPrecisionChoosesAThresholdOnTheMostProbableLabel() throws IOException {
    Path model = folder.resolve("careful");
    assertThat(train(model, "--epochs", "2", "--target-precision", "0.9", "--languages", "en,ko"))
        .as(err.toString())
        .isZero();
    assertThat(out.toString()).contains("texts get a label if its probability is at least 0.");

    Manifest manifest = BundleReader.read(model).bundle().manifest();
    assertThat(manifest.languages()).containsExactly("en", "ko");
    ConfidenceThreshold threshold = manifest.abstain().confidence().orElseThrow();
    assertThat(threshold.precision()).isGreaterThanOrEqualTo(0.9);
    assertThat(threshold.coverage()).isBetween(0.01, 0.99);
    JsonNode validation = evaluate(model, "--json", "--split", "validation");
    assertThat(validation.at("/answers/coverage").asDouble()).isEqualTo(threshold.coverage());
    assertThat(validation.at("/answers/accuracyOfAnswered").asDouble())
        .isEqualTo(threshold.precision());
    assertThat(validation.at("/answers/accuracyOfAll").asDouble())
        .isEqualTo(validation.at("/accuracy").asDouble())
        .isLessThan(threshold.precision());
    assertThat(validation.at("/answers/abstained/LOW_CONFIDENCE").asInt()).isPositive();
    assertThat(printed("predict", "--bundle", model, "the film"))
        .startsWith("no answer (LOW_CONFIDENCE) (bad 0.");
  }

  @Test
  void teachersGiveProbabilitiesOfAllLabels() throws IOException {
    Path unlabelled = Files.createDirectory(folder.resolve("unsup"));
    for (int i = 0; i < 60; i++) {
      String[] words = {"a dull gnu film", "a decent ibex film", "a lovely zebra film"};
      Files.writeString(unlabelled.resolve(i + ".txt"), words[i % 3]);
    }
    Path first = folder.resolve("first");
    assertThat(train(first, "--no-report")).as(err.toString()).isZero();
    Path taught = folder.resolve("taught");
    assertThat(train(taught, "--unlabelled", unlabelled.toString(), "--teacher", "linear," + first))
        .as(err.toString())
        .isZero();

    Bundle bundle = BundleReader.read(taught).bundle();
    assertThat(bundle.manifest().training().get("teacher"))
        .matches("linear \\(.*\\), first 1 \\(sha256 .{12}\\)");
    TextScorer scorer = bundle.newScorer();
    assertThat(scorer.classify("gnu gnu").best()).isZero();
    assertThat(scorer.classify("ibex ibex").best()).isEqualTo(1);
    assertThat(scorer.classify("zebra zebra").best()).isEqualTo(2);

    assertThat(
            train(
                folder.resolve("x"),
                "--unlabelled",
                unlabelled.toString(),
                "--teacher",
                first.toString(),
                "--labels",
                "good,fair,bad"))
        .isEqualTo(1);
    assertThat(err.toString())
        .contains("its labels are bad, fair, good, here they are good, fair, bad");
  }

  @Test
  void linearBaselineHasOneModelPerLabel() throws IOException {
    JsonNode test = json("linear", "--data", reviews, "--split", "test", "--json");

    assertThat(test.at("/accuracy").asDouble()).isEqualTo(1);
    assertThat(test.at("/labels")).hasSize(3);
    assertThat(test.at("/logLoss").asDouble()).isLessThan(0.5);
    assertThat(test.has("answers")).isFalse();
  }

  @Test
  void rareLabelsWeighMoreIfTheClassesAreBalanced() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(reviews)) {
      boolean rare = line.contains("\"good\"") && line.contains("\"train\"");
      if (!line.endsWith("line") && !(rare && lines.size() % 5 != 0)) {
        lines.add(line);
      }
    }
    Files.write(reviews, lines);
    assertThat(train(folder.resolve("plain"), "--epochs", "1")).as(err.toString()).isZero();
    assertThat(train(folder.resolve("even"), "--epochs", "1", "--class-weights", "balanced"))
        .as(err.toString())
        .isZero();
    assertThat(probability("even")).isGreaterThan(probability("plain"));

    for (String weights : List.of("0:1,1:1", "0:0,1:1,2:1", "0:1,1:1,2:-1")) {
      assertThat(train(folder.resolve("x"), "--class-weights", weights)).isPositive();
      assertThat(err.toString()).contains("lass");
      assertThat(folder.resolve("x")).doesNotExist();
    }
  }

  /** Returns the mean probability of the rare label. */
  private double probability(String model) {
    TextScorer scorer = BundleReader.read(folder.resolve(model)).bundle().newScorer();
    return scorer.classify("the film was great").probabilities().get(2);
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
    List<Object> args = new ArrayList<>(List.of("evaluate", "--data", reviews, "--bundle", model));
    args.addAll(List.of(more));
    return json(args.toArray());
  }

  private JsonNode json(Object... args) throws IOException {
    return new ObjectMapper().readTree(printed(columns(args)));
  }

  private static Object[] columns(Object... args) {
    List<Object> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--text-column", "body", "--label-column", "stars"));
    return all.toArray();
  }

  private String printed(Object... args) {
    out.getBuffer().setLength(0);
    assertThat(run(args)).as(err.toString()).isZero();
    return out.toString();
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
