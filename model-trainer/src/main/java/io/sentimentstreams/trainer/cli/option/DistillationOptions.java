package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.trainer.distill.DistillationSettings;
import io.sentimentstreams.trainer.distill.TeacherSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Reviews without labels, and the teacher that scores them. */
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
              + " linear,models/a,models/b, give their mean (default: linear).")
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

  /**
   * Returns the settings if there are reviews without labels.
   *
   * @throws IllegalArgumentException if a value is out of range, or if there are no such reviews
   */
  public Optional<DistillationSettings> settings() {
    if (paths.isEmpty()) {
      if (!teacher.isEmpty() || limit.isPresent() || splits != 0) {
        throw new IllegalArgumentException(
            "--teacher, --limit-unlabelled and --unlabelled-splits need --unlabelled. Add it, or"
                + " remove them.");
      }
      return Optional.empty();
    }
    List<String> members = teacher.isEmpty() ? List.of("linear") : teacher;
    return Optional.of(
        new DistillationSettings(
            paths, limit, splits, members.stream().map(TeacherSpec::of).toList()));
  }
}
