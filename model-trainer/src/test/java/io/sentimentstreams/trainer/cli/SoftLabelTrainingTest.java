package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training with soft labels of three labels on the command line. */
class SoftLabelTrainingTest {

  private static final List<String> LABELS = List.of("bad", "fair", "good");
  private static final List<String> OPINIONS = List.of("awful", "decent", "lovely");
  private static final List<String> NEW_WORDS = List.of("gnu", "okapi", "zebra");
  private static final String HEADER =
      "{\"teacher\": \"Encoder 1\", \"labels\": [\"good\", \"fair\", \"bad\"], \"date\": \"2026-11-30\"}";

  @TempDir private Path folder;
  private final TypedCommands commands = new TypedCommands();
  private Path reviews = Path.of("");

  @BeforeEach
  void writeReviews() throws IOException {
    List<String> lines = new ArrayList<>(List.of("text\tlabel\tsplit"));
    for (int i = 0; i < 60; i++) {
      String split = i < 48 ? "train" : "validation";
      lines.add("%s\t%s\t%s".formatted(review(i), LABELS.get(i % 3), split));
    }
    reviews = Files.write(folder.resolve("reviews.tsv"), lines);
  }

  private static String review(int number) {
    return "film %d was %s".formatted(number, OPINIONS.get(number % 3));
  }

  /** Returns a line whose most probable label has this index. */
  private static String line(String text, int label) {
    double[] probabilities = {0.04, 0.04, 0.04};
    probabilities[label] = 0.92;
    return String.format(
        Locale.ROOT,
        "{\"text\": \"%s\", \"probabilities\": {\"bad\": %s, \"fair\": %s, \"good\": %s}}",
        text,
        probabilities[0],
        probabilities[1],
        probabilities[2]);
  }

  private Path soft(String name, List<String> lines) throws IOException {
    List<String> all = new ArrayList<>(List.of(HEADER));
    all.addAll(lines);
    return Files.write(folder.resolve(name), all);
  }

  private static List<String> newTexts() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      lines.add(line("a %s film of type %d".formatted(NEW_WORDS.get(i % 3), i), i % 3));
    }
    return lines;
  }

  @Test
  void networkLearnsWordsThatOnlyTheSoftLabelsHaveAndRecordsTheirOrigin() throws IOException {
    List<String> lines = newTexts();
    lines.add(line(review(0), 1));
    lines.add("{\"id\": \"0123456789abcdef\", \"probabilities\": [1, 0, 0]}");
    Path soft = soft("soft.jsonl", lines);

    Bundle bundle = train("taught", "--soft-labels", soft, "--epochs", "12");

    assertThat(commands.out())
        .contains(
            "soft.jsonl: soft labels of Encoder 1 for 61 texts; mean confidence: 0.9200; dropped: 1 unknown ids")
        .contains("soft labels for 1 labelled reviews and 60 reviews without a label");
    assertThat(bundle.newScorer().classify("a gnu film").best()).isZero();
    assertThat(bundle.newScorer().classify("a zebra film").best()).isEqualTo(2);
    assertThat(bundle.manifest().training())
        .containsEntry("softLabelWeight", "0.5")
        .containsEntry("softLabelledExamples", "1")
        .containsEntry("softAdditionalExamples", "60")
        .containsEntry("softLabels.1.name", "soft.jsonl")
        .containsEntry("softLabels.1.teacher", "Encoder 1")
        .containsEntry("softLabels.1.date", "2026-11-30")
        .containsEntry("softLabels.1.texts", "61")
        .containsEntry("softLabels.1.confidence", "0.9200")
        .containsEntry("softLabels.1.unknownIds", "1")
        .hasEntrySatisfying("softLabels.1.sha256", hash -> assertThat(hash).hasSize(64))
        .doesNotContainKey("teacher");
    assertThat(Files.readString(path("taught").resolve("README.md")))
        .contains("1 labelled reviews, and the targets of 60 reviews without a label")
        .contains("soft.jsonl (Encoder 1, 2026-11-30)");
  }

  @Test
  void textsOfTheValidationSplitChangeNothing() throws IOException {
    List<String> lines = newTexts();
    Path without = soft("without.jsonl", lines);
    for (int i = 48; i < 60; i++) {
      lines.add(line(review(i).toUpperCase(Locale.ROOT) + "!", i % 3));
    }
    Path with = soft("with.jsonl", lines);

    Bundle expected = train("without", "--soft-labels", without);
    Bundle found = train("with", "--soft-labels", with);

    assertThat(commands.out()).contains("dropped: 12 texts of the validation split");
    assertThat(found.golden()).isEqualTo(expected.golden());
    assertThat(found.manifest().training()).containsEntry("softLabels.1.validationTexts", "12");
  }

  @Test
  void softLabelsOfLabelledReviewsCountByTheirWeight() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      lines.add(line(review(i), (i + 1) % 3));
    }
    Path soft = soft("soft.jsonl", lines);

    Bundle plain = train("plain");
    Bundle none = train("none", "--soft-labels", soft, "--soft-label-weight", "0");
    Bundle half = train("half", "--soft-labels", soft);

    assertThat(none.golden()).isEqualTo(plain.golden());
    assertThat(half.golden()).isNotEqualTo(plain.golden());
    assertThat(plain.manifest().training().keySet()).noneMatch(name -> name.startsWith("soft"));
  }

  @Test
  void softLabelsReplaceTheTeacherOfReviewsWithoutLabels() throws IOException {
    Path unlabelled = Files.createDirectory(folder.resolve("unsup"));
    Files.writeString(unlabelled.resolve("1_0.txt"), "a zebra film");
    Files.writeString(unlabelled.resolve("2_0.txt"), "a gnu film");
    Path soft = soft("soft.jsonl", List.of(line("a zebra film", 2)));

    Bundle bundle = train("soft", "--unlabelled", unlabelled, "--soft-labels", soft);
    assertThat(commands.out() + commands.err())
        .contains("1 of 2 reviews of --unlabelled have no soft label and are left out");
    assertThat(bundle.manifest().training()).doesNotContainKey("teacher");
    assertThat(bundle.tokenizer().knows("zebra")).isTrue();
    assertThat(bundle.tokenizer().knows("gnu")).isFalse();

    bundle =
        train("both", "--unlabelled", unlabelled, "--soft-labels", soft, "--teacher", "linear");
    assertThat(commands.out() + commands.err()).doesNotContain("are left out");
    assertThat(bundle.manifest().training()).containsEntry("unlabelledExamples", "1");
    assertThat(bundle.tokenizer().knows("gnu")).isTrue();
  }

  @Test
  void orderedLabelsHaveSoftLabelsToo() throws IOException {
    Bundle bundle =
        train(
            "ordered",
            "--soft-labels",
            soft("soft.jsonl", newTexts()),
            "--task",
            "ordered",
            "--labels",
            "bad,fair,good",
            "--epochs",
            "12");

    assertThat(bundle.newScorer().classify("a gnu film").best()).isZero();
    assertThat(bundle.newScorer().classify("a zebra film").best()).isEqualTo(2);
  }

  @Test
  void checkpointOfOtherSoftLabelsIsRejected() throws IOException {
    Path first = soft("first.jsonl", newTexts());
    Path second =
        soft(
            "second.jsonl",
            newTexts().stream().map(line -> line.replace("}}", "}, \"weight\": 2}")).toList());
    Path checkpoints = folder.resolve("checkpoints");
    train("model", "--soft-labels", first, "--checkpoints", checkpoints);

    assertThat(run("model", "--soft-labels", second, "--checkpoints", checkpoints, "--resume"))
        .isEqualTo(1);
    assertThat(commands.err()).contains("different examples");
  }

  @Test
  void faultsAreErrorsBeforeAnythingIsWritten() throws IOException {
    Path soft = soft("soft.jsonl", List.of("{\"text\": \"a\", \"probabilities\": [1, 1, 0]}"));

    assertThat(run("x", "--soft-labels", soft)).isEqualTo(1);
    assertThat(commands.err()).contains(soft + ": line 2: the probabilities add up to 2.0. ");
    assertThat(run("x", "--soft-label-weight", "0.5")).isEqualTo(2);
    assertThat(commands.err()).contains("--soft-labels");
    assertThat(run("x", "--soft-labels", soft, "--soft-label-weight", "2")).isEqualTo(2);
    assertThat(run("x", "--soft-labels", soft + "=0")).isEqualTo(2);
    assertThat(run("x", "--soft-labels", soft + "=2," + soft + "=1")).isEqualTo(2);
    assertThat(run("x", "--soft-labels", soft, "--unlabelled", folder, "--unlabelled-splits", "1"))
        .isEqualTo(2);
    assertThat(commands.err()).contains("--teacher");
    assertThat(path("x")).doesNotExist();
  }

  private Path path(String name) {
    return folder.resolve("models").resolve(name);
  }

  private Bundle train(String name, Object... more) {
    assertThat(run(name, more)).as(() -> commands.err()).isZero();
    return BundleReader.read(path(name)).bundle();
  }

  private int run(String name, Object... more) {
    List<Object> args = new ArrayList<>(List.of("train", "--data", reviews, "--out", path(name)));
    args.addAll(List.of("--cell", "gru", "--embedding-dim", "8", "--units", "8", "--workers", "2"));
    args.addAll(List.of("--batch-size", "8", "--learning-rate", "0.02", "--progress", "lines"));
    args.addAll(List.of("--dropout", "0", "--embedding-dropout", "0"));
    List<Object> given = List.of(more);
    if (!given.contains("--epochs")) {
      args.addAll(List.of("--epochs", "2"));
    }
    args.addAll(given);
    return commands.run(args.toArray());
  }
}
