package io.sentimentstreams.trainer.distill;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.evaluate.BundleScores;
import io.sentimentstreams.trainer.linear.LinearModel;
import io.sentimentstreams.trainer.linear.LinearSettings;
import io.sentimentstreams.trainer.linear.LinearTrainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import io.sentimentstreams.trainer.data.BinaryLabelsRequiredException;
import io.sentimentstreams.trainer.data.TrainingData;

/** Judges reviews without labels: the mean score of its members. */
public final class Teacher {

  /**
   * One who judges.
   *
   * @param description for people
   * @param judge P(positive) of each text, 0 to 1
   */
  private record Member(String description, Function<List<String>, double[]> judge) {}

  private final List<Member> members;

  private Teacher(List<Member> members) {
    this.members = List.copyOf(members);
  }

  /**
   * Prepares a teacher. No member has learned from what the training holds out: the baseline is
   * fitted on the rest, and a bundle must have held out the same.
   *
   * @param threads that score with bundles, at least 1
   * @param warnings takes what cannot be made sure
   * @throws InvalidTeacherException if a bundle held out something else
   */
  public static Teacher of(
      List<TeacherSpec> members, TrainingData data, int threads, Consumer<String> warnings) {
    List<Member> judges = new ArrayList<>();
    boolean baseline = false;
    for (TeacherSpec member : members) {
      if (member instanceof TeacherSpec.OfBundle bundle) {
        judges.add(bundle(bundle.path(), data, threads, warnings));
      } else {
        baseline = true;
      }
    }
    if (baseline) {
      judges.add(0, linear(data.parts().training()));
    }
    return new Teacher(judges);
  }

  private static Member linear(List<LabelledText> training) {
    LinearSettings settings = LinearSettings.standard();
    LinearModel model = new LinearTrainer(settings).train(training);
    return new Member(
        String.format(
            Locale.ROOT, "linear (%s, %,d features)", settings.description(), model.features()),
        texts -> texts.parallelStream().mapToDouble(model::score).toArray());
  }

  private static Member bundle(
      Path path, TrainingData data, int threads, Consumer<String> warnings) {
    LoadedBundle loaded = BundleReader.read(path);
    Manifest manifest = loaded.bundle().manifest();
    BinaryLabelsRequiredException.refuse(path, manifest.labels(), "give another --teacher");
    ValidationLeakCheck.check(path, manifest.training(), data, warnings);
    return new Member(
        "%s %s (sha256 %.12s)".formatted(manifest.name(), manifest.version(), loaded.sha256()),
        texts ->
            BundleScores.of(loaded.bundle(), texts, threads).scores().stream()
                .mapToDouble(score -> score.score())
                .toArray());
  }

  /** P(positive) of each text, 0 to 1. */
  public double[] scores(List<String> texts) {
    double[] sum = new double[texts.size()];
    for (Member member : members) {
      double[] scores = member.judge().apply(texts);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += scores[i];
      }
    }
    return Arrays.stream(sum).map(score -> score / members.size()).toArray();
  }

  /** Who judges, for people. */
  String description() {
    return members.stream().map(Member::description).collect(Collectors.joining(", "));
  }
}
