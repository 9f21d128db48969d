package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.trainer.distill.DistillationSettings;
import io.sentimentstreams.trainer.distill.TeacherSpec;
import io.sentimentstreams.trainer.pipeline.TrainingPlan;
import io.sentimentstreams.trainer.softlabel.SoftLabelFile;
import io.sentimentstreams.trainer.softlabel.SoftLabelSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Teachers: of reviews without labels, and soft labels from files. */
public final class DistillationOptions {

  @Option(
      names = "--unlabelled",
      paramLabel = "PATH",
      description =
          "Reviews without labels that the network also learns from. The scores of a teacher are"
              + " the targets. A folder of .txt files such as aclImdb/train/unsup, or an archive with"
              + " unsup/*.txt. Can be repeated.")
  private List<Path> paths = List.of();

  @Option(
      names = "--teacher",
      split = ",",
      paramLabel = "TEACHER",
      description =
          "Teacher of --unlabelled: linear (the baseline, fitted on the training reviews) or a"
              + " bundle that was trained with the same validation split. Several teachers, such as"
              + " linear,models/a,models/b, give their mean (default: linear; none with"
              + " --soft-labels).")
  private List<String> teacher = List.of();

  @Option(
      names = "--limit-unlabelled",
      paramLabel = "N",
      description = "Use only N randomly chosen reviews of --unlabelled, for trials.")
  private Optional<Integer> limit = Optional.empty();

  @Option(
      names = "--unlabelled-splits",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "Split each review of --unlabelled in two between sentences, N times at different places,"
              + " and also learn from the parts (default: ${DEFAULT-VALUE}).")
  private int splits;

  @Option(
      names = "--soft-labels",
      split = ",",
      paramLabel = "FILE[=WEIGHT]",
      description =
          "Probabilities of any teacher by label, as JSON lines or TSV, for reviews of --data or"
              + " --unlabelled, or with their own texts. Several files, such as"
              + " a.jsonl=2,b.jsonl=1, give their weighted mean. Can be repeated.")
  private List<String> softLabels = List.of();

  @Option(
      names = "--soft-label-weight",
      paramLabel = "SHARE",
      description =
          "Share of the soft label in the target of a labelled review, 0 to 1; its label has the"
              + " rest (default: 0.5).")
  private Optional<Double> softLabelWeight = Optional.empty();

  /**
   * Returns the texts that teachers score.
   *
   * @throws IllegalArgumentException if a value is out of range, or if options are incomplete
   */
  public TrainingPlan.Teaching teaching() {
    return new TrainingPlan.Teaching(settings(), softLabelSettings());
  }

  private Optional<SoftLabelSettings> softLabelSettings() {
    if (softLabels.isEmpty()) {
      if (softLabelWeight.isPresent()) {
        throw new IllegalArgumentException(
            "--soft-label-weight needs --soft-labels. Add it, or remove --soft-label-weight.");
      }
      return Optional.empty();
    }
    return Optional.of(
        new SoftLabelSettings(
            softLabels.stream().map(SoftLabelFile::of).toList(),
            softLabelWeight.orElse(SoftLabelSettings.STANDARD_SHARE)));
  }

  private Optional<DistillationSettings> settings() {
    if (paths.isEmpty()) {
      if (!teacher.isEmpty() || limit.isPresent() || splits != 0) {
        throw new IllegalArgumentException(
            "--teacher, --limit-unlabelled and --unlabelled-splits need --unlabelled. Add it, or"
                + " remove them.");
      }
      return Optional.empty();
    }
    List<String> members = teacher.isEmpty() && softLabels.isEmpty() ? List.of("linear") : teacher;
    return Optional.of(
        new DistillationSettings(
            paths, limit, splits, members.stream().map(TeacherSpec::of).toList()));
  }
}
