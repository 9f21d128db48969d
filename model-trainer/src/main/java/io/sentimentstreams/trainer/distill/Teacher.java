package io.sentimentstreams.trainer.distill;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.trainer.data.BinaryLabelsRequiredException;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.source.TrainingData;
import io.sentimentstreams.trainer.evaluate.BundleScores;
import io.sentimentstreams.trainer.linear.LinearModel;
import io.sentimentstreams.trainer.linear.LinearSettings;
import io.sentimentstreams.trainer.linear.LinearTrainer;
import io.sentimentstreams.trainer.provenance.RecordedProvenance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A teacher for reviews without labels: the mean of its members' scores. Thread-safe. */
public final class Teacher {

  /**
   * A member.
   *
   * @param description name and settings
   * @param scorer returns P(positive) of each text, 0 to 1
   */
  private record Member(String description, Function<List<String>, double[]> scorer) {}

  private final List<Member> members;

  private Teacher(List<Member> members) {
    this.members = List.copyOf(members);
  }

  /**
   * Creates a teacher whose members have not learned from the validation split: the baseline is
   * fitted on the training reviews, and a bundle must have the same validation split.
   *
   * @param threads number of threads that score with bundles, at least 1
   * @param warnings accepts a warning if a bundle does not record its validation split
   * @throws InvalidTeacherException if a bundle had another validation split
   */
  public static Teacher of(
      List<TeacherSpec> specs, TrainingData data, int threads, Consumer<String> warnings) {
    List<Member> members = new ArrayList<>();
    boolean baseline = false;
    for (TeacherSpec spec : specs) {
      if (spec instanceof TeacherSpec.OfBundle bundle) {
        members.add(bundle(bundle.path(), data, threads, warnings));
      } else {
        baseline = true;
      }
    }
    if (baseline) {
      members.add(0, linear(data.parts().training()));
    }
    return new Teacher(members);
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
    BinaryLabelsRequiredException.require(path, manifest.labels(), "Give another --teacher");
    ValidationLeakCheck.check(path, RecordedProvenance.of(manifest), data, warnings);
    return new Member(
        "%s %s (sha256 %.12s)".formatted(manifest.name(), manifest.version(), loaded.sha256()),
        texts ->
            BundleScores.of(loaded.bundle(), texts, threads).scores().stream()
                .mapToDouble(score -> score.score())
                .toArray());
  }

  /** Returns P(positive) of each text, 0 to 1. */
  public double[] scores(List<String> texts) {
    double[] sum = new double[texts.size()];
    for (Member member : members) {
      double[] scores = member.scorer().apply(texts);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += scores[i];
      }
    }
    return Arrays.stream(sum).map(score -> score / members.size()).toArray();
  }

  /** Returns the descriptions of all members. */
  String description() {
    return members.stream().map(Member::description).collect(Collectors.joining(", "));
  }
}
