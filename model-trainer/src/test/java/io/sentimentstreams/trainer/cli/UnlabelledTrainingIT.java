package io.sentimentstreams.trainer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.BundleWriter;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.source.DataSource;
import io.sentimentstreams.trainer.data.source.TrainingData;
import io.sentimentstreams.trainer.distill.Teacher;
import io.sentimentstreams.trainer.distill.TeacherSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training with reviews without labels on the command line. */
class UnlabelledTrainingIT {

  private static final TrainingData.Holdout HOLDOUT = new TrainingData.Holdout(0.2, 42);

  @TempDir private Path folder;
  private final TypedCommands commands = new TypedCommands();
  private Path reviews = Path.of("");
  private Path unlabelled = Path.of("");

  @BeforeEach
  void writeReviews() throws IOException {
    reviews = write("reviews.csv", Map.of());
    unlabelled = Files.createDirectory(folder.resolve("unsup"));
    for (int i = 0; i < 40; i++) {
      String text = i % 2 == 0 ? "a great zebra film" : "a dull gnu film";
      Files.writeString(unlabelled.resolve(i + "_0.txt"), text);
    }
  }

  /** Writes labelled reviews, some of them with another text. */
  private Path write(String name, Map<String, String> other) throws IOException {
    List<String> lines = new ArrayList<>(List.of("id,text,label"));
    for (int i = 0; i < 60; i++) {
      String id = "review-%02d".formatted(i);
      String text = "film %d was %s".formatted(i % 7, i % 2 == 0 ? "great" : "dull");
      lines.add("%s,%s,%d".formatted(id, other.getOrDefault(id, text), 1 - i % 2));
    }
    return Files.write(folder.resolve(name), lines);
  }

  @Test
  void networkLearnsWordsThatOnlyTheUnlabelledReviewsHave() {
    Bundle bundle = train("taught", "--unlabelled", unlabelled, "--epochs", "10");

    assertThat(bundle.tokenizer().knows("zebra")).isTrue();
    assertThat(bundle.newScorer().score("a zebra film").score())
        .isGreaterThan(bundle.newScorer().score("a gnu film").score() + 0.1);
  }

  @Test
  void bundleRecordsUnlabelledReviewsAndTeacher() throws IOException {
    Bundle bundle = train("told", "--unlabelled", unlabelled, "--limit-unlabelled", "30");

    assertThat(commands.out())
        .contains("30 reviews without labels", "linear (1-3-grams, C 1.0, ")
        .contains("mean confidence: 0.");
    assertThat(bundle.manifest().training())
        .containsEntry("unlabelledExamples", "30")
        .containsEntry("limitUnlabelled", "30")
        .containsEntry("unlabelledPath", unlabelled.toString())
        .containsEntry("trainingExamples", "48")
        .containsKeys("unlabelledSha256", "teacher", "teacherConfidence");
    assertThat(Files.readString(path("told").resolve("README.md")))
        .contains("30 reviews without labels", "linear (1-3-grams, C 1.0");
  }

  @Test
  void networkAlsoLearnsFromPartsOfReviews() throws IOException {
    Path scenes = Files.createDirectory(folder.resolve("scenes"));
    for (int i = 0; i < 20; i++) {
      Files.writeString(scenes.resolve(i + "_0.txt"), "A great start. A dull end.");
    }

    Bundle whole = train("whole", "--unlabelled", scenes);
    Bundle bundle = train("parts", "--unlabelled", scenes, "--unlabelled-splits", "1");

    assertThat(commands.out()).contains("20 reviews without labels", "60 texts");
    assertThat(bundle.newScorer().score("a great start").score())
        .isNotEqualTo(whole.newScorer().score("a great start").score());
    assertThat(bundle.manifest().training())
        .containsEntry("unlabelledExamples", "20")
        .containsEntry("unlabelledCuts", "1");
  }

  @Test
  void trainingWithoutUnlabelledReviewsRecordsNoTeacher() throws IOException {
    Bundle bundle = train("plain");

    assertThat(bundle.manifest().training()).doesNotContainKeys("teacher", "unlabelledExamples");
    assertThat(Files.readString(path("plain").resolve("README.md"))).doesNotContain("teacher");
  }

  @Test
  void sameSeedGivesTheSameModel() {
    Bundle first = train("first", "--unlabelled", unlabelled, "--limit-unlabelled", "30");
    Bundle second = train("second", "--unlabelled", unlabelled, "--limit-unlabelled", "30");

    assertThat(second.golden()).isEqualTo(first.golden());
  }

  @Test
  void validationReviewsDoNotReachTheTeacher() throws IOException {
    Path zebras = write("zebras.csv", heldOut("zebra", "gnu"));
    Path gnus = write("gnus.csv", heldOut("gnu", "zebra"));
    assertThat(zebras).content().isNotEqualTo(Files.readString(gnus));

    reviews = zebras;
    Bundle first = train("zebras", "--unlabelled", unlabelled, "--calibrate", "none");
    reviews = gnus;
    Bundle second = train("gnus", "--unlabelled", unlabelled, "--calibrate", "none");

    assertThat(second.golden()).isEqualTo(first.golden());
    assertThat(second.manifest().training().get("teacherConfidence"))
        .isEqualTo(first.manifest().training().get("teacherConfidence"));
  }

  /** Returns the validation reviews by id, with these words instead of their texts. */
  private Map<String, String> heldOut(String positive, String negative) {
    TrainingData data = TrainingData.read(DataSource.of(reviews), Optional.empty(), HOLDOUT);
    return data.parts().validation().stream()
        .collect(Collectors.toMap(LabelledText::id, text -> text.positive() ? positive : negative));
  }

  @Test
  void bundlesWithTheSameValidationSplitCanBeTeachers() {
    train("a");
    train("b", "--max-length", "10");

    Bundle bundle =
        train(
            "c", "--unlabelled", unlabelled, "--teacher", "linear," + path("a") + "," + path("b"));

    assertThat(bundle.manifest().training().get("teacher"))
        .matches("linear \\(.*\\), a 1 \\(sha256 .{12}\\), b 1 \\(sha256 .{12}\\)");
    assertThat(commands.out()).doesNotContain("warning");
  }

  @Test
  void teacherIsTheMeanOfItsMembers() {
    train("a");
    TrainingData data = TrainingData.read(DataSource.of(reviews), Optional.empty(), HOLDOUT);
    TeacherSpec linear = new TeacherSpec.Linear();
    TeacherSpec bundle = new TeacherSpec.OfBundle(path("a"));
    List<String> texts = List.of("a great film", "a dull film", "");

    double[] baseline = scores(List.of(linear), data, texts);
    double[] network = scores(List.of(bundle), data, texts);
    double[] both = scores(List.of(bundle, linear), data, texts);

    assertThat(baseline[0]).isGreaterThan(0.6);
    assertThat(baseline[1]).isLessThan(0.4);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(both[i]).isEqualTo((baseline[i] + network[i]) / 2);
    }
  }

  private static double[] scores(List<TeacherSpec> members, TrainingData data, List<String> texts) {
    return Arrays.stream(Teacher.of(members, data, 2, warning -> {}).targets(texts))
        .mapToDouble(target -> target[0])
        .toArray();
  }

  @Test
  void bundleWithAnotherValidationSplitIsRejectedAsTeacher() {
    train("other", "--seed", "5");

    assertThat(run("x", "--unlabelled", unlabelled, "--teacher", path("other"))).isEqualTo(1);

    assertThat(commands.err().lines())
        .singleElement()
        .asString()
        .contains("its seed is 5, here it is 42")
        .contains("--teacher", "--data", "--limit", "--seed", "--validation-split");
    assertThat(path("x")).doesNotExist();
  }

  @Test
  void bundleWithoutARecordedValidationSplitCausesAWarning() {
    Bundle silent = withFacts(train("silent"), Set.of("cell"));
    BundleWriter.write(silent, path("silent").resolve("bundle.zip"));

    train("x", "--unlabelled", unlabelled, "--teacher", path("silent"));

    assertThat(commands.out())
        .contains("warning: ", "seed, validation split, data SHA-256, validation SHA-256");
  }

  private static Bundle withFacts(Bundle bundle, Set<String> kept) {
    Manifest manifest = bundle.manifest();
    Map<String, String> facts = new TreeMap<>(manifest.training());
    facts.keySet().retainAll(kept);
    Manifest silent = manifest.toBuilder().abstain(AbstainRules.none()).training(facts).build();
    return new Bundle(silent, bundle.tokenizer(), bundle.model(), bundle.golden());
  }

  @Test
  void teacherWithoutUnlabelledReviewsIsAUsageError() {
    assertThat(run("x", "--teacher", "linear")).isEqualTo(2);
    assertThat(commands.err()).contains("--unlabelled");
    assertThat(run("x", "--limit-unlabelled", "5")).isEqualTo(2);
    assertThat(run("x", "--unlabelled-splits", "1")).isEqualTo(2);
    assertThat(run("x", "--unlabelled", unlabelled, "--unlabelled-splits", "-1")).isEqualTo(2);
    assertThat(run("x", "--unlabelled", unlabelled, "--limit-unlabelled", "0")).isEqualTo(2);
    assertThat(run("x", "--unlabelled", folder.resolve("none"))).isEqualTo(1);
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
      args.addAll(List.of("--epochs", "1"));
    }
    args.addAll(given);
    return commands.run(args.toArray());
  }
}
