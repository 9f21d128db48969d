package io.sentimentstreams.trainer.distill;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.scoring.ClassifiedText;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.source.TrainingData;
import io.sentimentstreams.trainer.evaluate.ClassifiedTexts;
import io.sentimentstreams.trainer.linear.LinearClassifier;
import io.sentimentstreams.trainer.linear.LinearSettings;
import io.sentimentstreams.trainer.linear.LinearTrainer;
import io.sentimentstreams.trainer.provenance.RecordedProvenance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A teacher for reviews without labels: the mean of its members' probabilities. Thread-safe. */
public final class Teacher {

  /**
   * A member.
   *
   * @param description name and settings
   * @param scorer returns the targets of each text
   */
  private record Member(String description, Function<List<String>, double[][]> scorer) {}

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
      members.add(0, linear(data.parts().training(), data.labels().size()));
    }
    return new Teacher(members);
  }

  private static Member linear(List<LabelledText> training, int labels) {
    LinearSettings settings = LinearSettings.standard();
    LinearClassifier model = new LinearTrainer(settings).trainClasses(training, labels);
    return new Member(
        String.format(
            Locale.ROOT, "linear (%s, %,d features)", settings.description(), model.features()),
        texts ->
            texts.parallelStream()
                .map(text -> targets(model.probabilities(text)))
                .toArray(double[][]::new));
  }

  private static Member bundle(
      Path path, TrainingData data, int threads, Consumer<String> warnings) {
    LoadedBundle loaded = BundleReader.read(path);
    Manifest manifest = loaded.bundle().manifest();
    if (!manifest.labels().equals(data.labels().names())) {
      throw new InvalidTeacherException(
          path,
          "its labels are %s, here they are %s"
              .formatted(
                  String.join(", ", manifest.labels()), String.join(", ", data.labels().names())));
    }
    ValidationLeakCheck.check(path, RecordedProvenance.of(manifest), data, warnings);
    return new Member(
        "%s %s (sha256 %.12s)".formatted(manifest.name(), manifest.version(), loaded.sha256()),
        texts ->
            ClassifiedTexts.classify(loaded.bundle(), texts, threads).stream()
                .map(Teacher::probabilities)
                .map(Teacher::targets)
                .toArray(double[][]::new));
  }

  private static double[] probabilities(ClassifiedText classified) {
    return classified.probabilities().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Returns P(positive) for two labels, otherwise all probabilities. */
  private static double[] targets(double[] probabilities) {
    return probabilities.length == 2 ? new double[] {probabilities[1]} : probabilities;
  }

  /**
   * Returns the targets of each text, 0 to 1: P(positive) for two labels, otherwise the probability
   * of each label.
   */
  public double[][] targets(List<String> texts) {
    double[][] targets = members.get(0).scorer().apply(texts);
    for (Member member : members.subList(1, members.size())) {
      double[][] more = member.scorer().apply(texts);
      for (int i = 0; i < targets.length; i++) {
        for (int j = 0; j < targets[i].length; j++) {
          targets[i][j] += more[i][j];
        }
      }
    }
    for (double[] target : targets) {
      for (int j = 0; j < target.length; j++) {
        target[j] /= members.size();
      }
    }
    return targets;
  }

  /** Returns the descriptions of all members. */
  String description() {
    return members.stream().map(Member::description).collect(Collectors.joining(", "));
  }
}
