package io.sentimentstreams.trainer.distill;

import io.sentimentstreams.trainer.data.UnlabelledSplits;
import io.sentimentstreams.trainer.data.UnlabelledText;
import io.sentimentstreams.trainer.data.source.TrainingData;
import io.sentimentstreams.trainer.data.source.UnlabelledTexts;
import io.sentimentstreams.trainer.provenance.DistillationProvenance;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Scoring of reviews without labels by a teacher.
 *
 * @param settings teachers and splits of reviews
 * @param data labelled reviews; its seed splits the reviews without labels
 * @param threads number of threads that score with bundles, at least 1
 * @param warnings accepts warnings about teachers
 */
public record TeacherScoring(
    DistillationSettings settings, TrainingData data, int threads, Consumer<String> warnings) {

  /**
   * Scores reviews.
   *
   * @param unlabelled reviews without labels
   * @param included whether a review or a part needs the teacher
   * @return their targets; none if there is no teacher, or nothing to score
   * @throws InvalidTeacherException if a teacher may have learned from the validation split
   */
  public PseudoLabels score(UnlabelledTexts unlabelled, Predicate<String> included) {
    if (settings.teacher().isEmpty()) {
      return PseudoLabels.none();
    }
    List<String> whole = unlabelled.texts().stream().map(UnlabelledText::text).toList();
    List<String> texts =
        UnlabelledSplits.withSplits(whole, settings.splits(), data.holdout().seed()).stream()
            .filter(included)
            .toList();
    if (texts.isEmpty()) {
      return PseudoLabels.none();
    }
    Teacher teacher = Teacher.of(settings.teacher(), data, threads, warnings);
    double[][] targets = teacher.targets(texts);
    return new PseudoLabels(
        texts,
        targets,
        Optional.of(
            new DistillationProvenance(
                (int) whole.stream().filter(included).count(),
                settings.splits(),
                settings.paths().stream().map(Path::toString).collect(Collectors.joining(", ")),
                unlabelled.sha256(),
                settings.limit(),
                teacher.description(),
                confidence(targets))));
  }

  private static double confidence(double[][] targets) {
    return Arrays.stream(targets).mapToDouble(TeacherScoring::confidence).average().orElse(0);
  }

  private static double confidence(double[] target) {
    return target.length == 1
        ? Math.max(target[0], 1 - target[0])
        : Arrays.stream(target).max().orElse(0);
  }
}
