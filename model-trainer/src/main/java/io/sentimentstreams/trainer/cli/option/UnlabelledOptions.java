package io.sentimentstreams.trainer.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import io.sentimentstreams.trainer.distill.DistillationSettings;
import io.sentimentstreams.trainer.distill.TeacherSpec;

/** What is learned from reviews without labels. */
public final class UnlabelledOptions {

  @Option(
      names = "--unlabelled",
      paramLabel = "PATH",
      description =
          "Learn from the reviews without labels here too, as a teacher judges them: a folder of"
              + " .txt files such as aclImdb/train/unsup, or an archive with unsup/*.txt; can be"
              + " given several times.")
  private List<Path> paths = List.of();

  @Option(
      names = "--teacher",
      split = ",",
      paramLabel = "WHO",
      description =
          "Who judges them: linear (the baseline, fitted on the training part), bundles trained on"
              + " the same part, or several of these for their mean, such as"
              + " linear,models/a,models/b (default: linear).")
  private List<String> teacher = List.of();

  @Option(
      names = "--limit-unlabelled",
      paramLabel = "N",
      description = "Use only N of the reviews without labels, drawn by the seed; for trials.")
  private Optional<Integer> limit = Optional.empty();

  @Option(
      names = "--unlabelled-splits",
      defaultValue = "0",
      paramLabel = "N",
      description =
          "Cut each of them in two between sentences, N times and each time elsewhere, and learn"
              + " from the parts as they are judged, too (default: ${DEFAULT-VALUE}).")
  private int cuts;

  /**
   * What was typed, if there are such reviews.
   *
   * @throws IllegalArgumentException if it makes no sense
   */
  public Optional<DistillationSettings> plan() {
    if (paths.isEmpty()) {
      if (!teacher.isEmpty() || limit.isPresent() || cuts != 0) {
        throw new IllegalArgumentException(
            "--teacher, --limit-unlabelled and --unlabelled-splits need reviews to judge; give"
                + " --unlabelled");
      }
      return Optional.empty();
    }
    List<String> members = teacher.isEmpty() ? List.of("linear") : teacher;
    return Optional.of(
        new DistillationSettings(
            paths, limit, cuts, members.stream().map(TeacherSpec::of).toList()));
  }
}
