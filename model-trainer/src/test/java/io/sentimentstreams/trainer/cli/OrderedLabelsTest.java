package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.OrderedQuality;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.trainer.keras.KerasFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on stars that are easy to learn. */
class OrderedLabelsTest {

  private static final List<String> OPINIONS = List.of("awful", "weak", "decent", "good", "superb");

  private static final List<String> NEUTRAL = List.of("the", "film", "actor", "story", "was");

  @TempDir private Path folder;

  private final TypedCommands commands = new TypedCommands();
  private Path reviews = Path.of("");
  private Path words = Path.of("");

  @BeforeEach
  void writeReviews() throws IOException {
    Random random = new Random(3);
    List<String> stars = new ArrayList<>(List.of("text\tstars\tsplit"));
    List<String> named = new ArrayList<>(List.of("text\tlabel"));
    for (int i = 0; i < 60; i++) {
      for (int star = 5; star > 0; star--) {
        List<String> text = new ArrayList<>();
        for (int j = 0; j < 4; j++) {
          text.add(NEUTRAL.get(random.nextInt(NEUTRAL.size())));
        }
        text.add(random.nextInt(5), OPINIONS.get(star - 1));
        stars.add("%s\t%d\t%s".formatted(String.join(" ", text), star, i < 40 ? "train" : "test"));
        named.add(
            "%s\t%s".formatted(String.join(" ", text), star < 3 ? "bad" : OPINIONS.get(star - 1)));
      }
    }
    reviews = Files.write(folder.resolve("stars.tsv"), stars);
    words = Files.write(folder.resolve("words.tsv"), named);
  }

  @Test
  void starsAreLearnedMeasuredRecordedAndPredicted() throws IOException {
    Path model = folder.resolve("stars");
    String trained = commands.succeed(train(reviews, model, "--task", "ordered"));
    assertThat(trained).contains("5 labels: 1, 2, 3, 4, 5");

    Bundle bundle = BundleReader.read(model).bundle();
    assertThat(bundle.manifest().task()).isEqualTo(Task.ORDERED);
    assertThat(bundle.manifest().labels()).containsExactly("1", "2", "3", "4", "5");
    assertThat(bundle.manifest().training())
        .containsEntry("task", "ordered")
        .containsEntry("loss", "soft targets of width 1.0");
    assertThat(quality(model, "validation").ordered()).isPresent();

    JsonNode test =
        json(
            "evaluate",
            "--bundle",
            model,
            "--data",
            reviews,
            "--label-column",
            "stars",
            "--record",
            "--json");
    assertThat(test.at("/accuracy").asDouble()).isGreaterThan(0.9);
    assertThat(test.at("/meanAbsoluteError").asDouble()).isLessThan(0.2);
    assertThat(test.at("/meanAbsoluteErrorExpected").asDouble()).isLessThan(0.5);
    assertThat(test.at("/quadraticWeightedKappa").asDouble()).isGreaterThan(0.9);
    assertThat(test.at("/meanTruePosition").asDouble()).isEqualTo(3);
    assertThat(test.at("/meanExpectedPosition").asDouble()).isCloseTo(3, within(0.3));
    OrderedQuality recorded = quality(model, "test").ordered().orElseThrow();
    assertThat(recorded.meanAbsoluteError()).isEqualTo(test.at("/meanAbsoluteError").asDouble());
    assertThat(recorded.quadraticWeightedKappa())
        .contains(test.at("/quadraticWeightedKappa").asDouble());

    assertThat(
            commands.succeed(
                "evaluate", "--bundle", model, "--data", reviews, "--label-column", "stars"))
        .containsPattern("MAE +0\\.\\d{4} by the most probable label, 0\\.\\d{4} by the expected")
        .containsPattern("quadratic kappa +(0\\.9|1\\.0)")
        .contains("(1 is 1, 5 is 5)");
    assertThat(Files.readString(model.resolve("README.md")))
        .contains("The labels are a scale, the lowest first.")
        .contains("quadratic weighted kappa |")
        .containsPattern("\\| test \\| 0\\.\\d{4} \\| 0\\.\\d{4} \\| [01]\\.\\d{4} \\|");
  }

  @Test
  void reportHasTheDistances() throws IOException {
    Path model = folder.resolve("stars");
    Path page = folder.resolve("report.html");
    commands.succeed(train(reviews, model, "--task", "ordered", "--epochs", "1"));
    commands.succeed(
        "evaluate",
        "--bundle",
        model,
        "--data",
        reviews,
        "--label-column",
        "stars",
        "--report",
        page);

    assertThat(Files.readString(page))
        .contains("Distance on the scale", "a scale from 1 to 5", "by the expected position")
        .containsPattern("MAE</th><td>\\d\\.\\d{4}</td><td>\\d\\.\\d{4}</td>")
        .containsPattern("quadratic weighted kappa</th><td>-?\\d\\.\\d{4}</td>");
  }

  @Test
  void predictionsHaveTheExpectedPositionAsScore() {
    Path model = folder.resolve("stars");
    commands.succeed(train(reviews, model, "--task", "ordered"));

    double low = score(commands.succeed("predict", "--bundle", model, "the film was awful"), "1");
    double middle =
        score(commands.succeed("predict", "--bundle", model, "the film was decent"), "3");
    double high = score(commands.succeed("predict", "--bundle", model, "the film was superb"), "5");

    assertThat(low).isLessThan(0.3);
    assertThat(middle).isCloseTo(0.5, within(0.15));
    assertThat(high).isGreaterThan(0.7);
  }

  private static double score(String line, String label) {
    assertThat(line).matches("(?s)[01]\\.\\d{4} " + label + " \\(1 0\\.\\d{4}, 2 0.*, 5 0.*");
    return Double.parseDouble(line.substring(0, 6));
  }

  @Test
  void importedLabelsCanBeAScale() {
    Path model = folder.resolve("imported");
    Object[] importing = {
      "import-keras",
      KerasFixtures.file(KerasFixtures.THREE_CLASSES),
      "--tokenizer",
      KerasFixtures.file("tokenizer.json"),
      "--out",
      model,
      "--labels",
      "bad,fair,good",
      "--task"
    };
    Object[] ordered = Arrays.copyOf(importing, importing.length + 1);
    ordered[importing.length] = "ordered";
    Object[] binary = ordered.clone();
    binary[importing.length] = "binary";

    assertThat(commands.run(binary)).isNotZero();
    assertThat(commands.err()).contains("--task binary needs two labels, but there are 3");
    assertThat(model).doesNotExist();
    commands.succeed(ordered);

    assertThat(BundleReader.read(model).bundle().manifest().task()).isEqualTo(Task.ORDERED);
    assertThat(commands.succeed("predict", "--bundle", model, "What a lovely film, what a cast!"))
        .as("the mean of 0, 0.5 and 1 with these probabilities")
        .matches("(?s)0\\.233[89] bad \\(bad 0\\.5530, fair 0\\.4263, good 0\\.0207\\).*");
  }

  @Test
  void inspectAndCompareShowTheTask() throws IOException {
    Path model = folder.resolve("stars");
    Path other = folder.resolve("other");
    commands.succeed(train(reviews, model, "--task", "ordered", "--epochs", "1"));
    commands.succeed(train(reviews, other, "--epochs", "1"));

    assertThat(commands.succeed("inspect", model))
        .containsPattern("task +ordered")
        .contains("validation: MAE ", "quadratic weighted kappa ");
    assertThat(json("inspect", model, "--json").at("/quality/validation/ordered").isObject())
        .isTrue();
    assertThat(
            commands.succeed("compare", model, other, "--data", reviews, "--label-column", "stars"))
        .containsPattern("task +ordered +nominal")
        .containsPattern("validation MAE +\\d\\.\\d{4} +-")
        .containsPattern("test kappa +-?\\d\\.\\d{4} +-");
    JsonNode compared = json("compare", model, other, "--json");
    assertThat(compared.at("/bundles/0/task").asText()).isEqualTo("ordered");
    assertThat(compared.at("/bundles/1/task").asText()).isEqualTo("nominal");
  }

  @Test
  void orderOfWordsIsThatOfLabels() {
    Path model = folder.resolve("words");
    assertThat(commands.run(train(words, model, "--task", "ordered"))).isEqualTo(1);
    assertThat(commands.err())
        .contains("unknown order of the labels bad, decent, good, superb: ", "--labels");
    assertThat(model).doesNotExist();

    commands.succeed(
        train(
            words,
            model,
            "--task",
            "ordered",
            "--labels",
            "bad,decent,good,superb",
            "--epochs",
            "1"));

    assertThat(BundleReader.read(model).bundle().manifest().labels())
        .containsExactly("bad", "decent", "good", "superb");
  }

  @Test
  void valuesThatAreNotListedAreErrors() {
    Path model = folder.resolve("x");
    assertThat(commands.run(train(reviews, model, "--task", "ordered", "--labels", "1,2,4,5")))
        .isEqualTo(1);
    assertThat(commands.err())
        .isEqualToIgnoringNewLines(
            "error: %s: line 4: the label '3' is not one of --labels 1, 2, 4, 5. Add it to --labels, or leave its rows out with --label-map '3='."
                .formatted(reviews));
    assertThat(model).doesNotExist();

    commands.succeed(
        train(
            reviews,
            model,
            "--task",
            "ordered",
            "--labels",
            "1,2,4,5",
            "--label-map",
            "3=",
            "--epochs",
            "1"));
  }

  @Test
  void taskMustFitTheLabels() {
    Path model = folder.resolve("x");
    assertThat(commands.run(train(reviews, model, "--task", "ordered", "--labels", "1,2")))
        .isEqualTo(2);
    assertThat(commands.err()).contains("--task ordered needs three labels at least");
    assertThat(commands.run(train(reviews, model, "--task", "binary"))).isNotZero();
    assertThat(commands.err()).contains("--task binary needs two labels, but there are 5");
    assertThat(
            commands.run(
                train(reviews, model, "--task", "ordered", "--label-map", "neg=1,2;pos=3,4,5")))
        .isNotZero();
    assertThat(commands.err()).contains("--task ordered needs three labels at least");
    assertThat(commands.run(train(reviews, model, "--task", "sorted"))).isEqualTo(2);
    assertThat(commands.err()).contains("--task", "sorted");
    assertThat(model).doesNotExist();
  }

  @Test
  void checkpointOfAnotherTaskIsRejected() {
    Path model = folder.resolve("model");
    Path checkpoints = folder.resolve("checkpoints");
    commands.succeed(train(reviews, model, "--epochs", "1", "--checkpoints", checkpoints));

    assertThat(
            commands.run(
                train(
                    reviews,
                    model,
                    "--task",
                    "ordered",
                    "--epochs",
                    "2",
                    "--checkpoints",
                    checkpoints,
                    "--resume")))
        .isEqualTo(1);

    assertThat(commands.err())
        .contains("loss: cross-entropy instead of soft targets of width 1.0")
        .contains("task: (none) instead of ordered");
  }

  private Quality quality(Path model, String split) {
    return Objects.requireNonNull(
        BundleReader.read(model).bundle().manifest().quality().get(split));
  }

  private JsonNode json(Object... args) throws IOException {
    return new ObjectMapper().readTree(commands.succeed(args));
  }

  private static Object[] train(Path data, Path model, Object... more) {
    List<Object> args = new ArrayList<>(List.of("train", "--data", data, "--out", model));
    if (data.endsWith("stars.tsv")) {
      args.addAll(List.of("--label-column", "stars"));
    }
    args.addAll(List.of("--cell", "gru", "--units", "8", "--embedding-dim", "8"));
    args.addAll(List.of("--batch-size", "16", "--learning-rate", "0.02", "--dropout", "0"));
    args.addAll(List.of("--embedding-dropout", "0", "--workers", "1", "--progress", "lines"));
    args.add("--no-report");
    if (!List.of(more).contains("--epochs")) {
      args.addAll(List.of("--epochs", "12"));
    }
    args.addAll(List.of(more));
    return args.toArray();
  }
}
