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
import java.util.stream.Collectors;

/**
 * Reviews without labels and the targets that a teacher gives them.
 *
 * @param texts the reviews, and their parts if they were split
 * @param targets of each text, 0 to 1: P(positive) for two labels, otherwise the probability of
 *     each label
 * @param provenance facts for the bundle; empty if there are no reviews
 */
@SuppressWarnings("ArrayRecordComponent") // Not modified, and not compared.
public record PseudoLabels(
    List<String> texts, double[][] targets, Optional<DistillationProvenance> provenance) {

  public PseudoLabels {
    texts = List.copyOf(texts);
    if (texts.size() != targets.length) {
      throw new IllegalArgumentException(
          "there must be %d targets, were %d".formatted(texts.size(), targets.length));
    }
  }

  /** Returns no reviews, for a training from labelled reviews only. */
  public static PseudoLabels none() {
    return new PseudoLabels(List.of(), new double[0][], Optional.empty());
  }

  /**
   * Reads reviews and scores them with a teacher.
   *
   * @param data labelled reviews; its seed selects and splits the reviews without labels
   * @param threads number of threads that score with bundles, at least 1
   * @param warnings accepts warnings about teachers
   * @throws InvalidTeacherException if a teacher may have learned from the validation split
   */
  public static PseudoLabels of(
      DistillationSettings settings, TrainingData data, int threads, Consumer<String> warnings) {
    long seed = data.holdout().seed();
    UnlabelledTexts unlabelled = UnlabelledTexts.read(settings.paths(), settings.limit(), seed);
    List<String> whole = unlabelled.texts().stream().map(UnlabelledText::text).toList();
    List<String> texts = UnlabelledSplits.withSplits(whole, settings.splits(), seed);
    Teacher teacher = Teacher.of(settings.teacher(), data, threads, warnings);
    double[][] targets = teacher.targets(texts);
    return new PseudoLabels(
        texts,
        targets,
        Optional.of(
            new DistillationProvenance(
                whole.size(),
                settings.splits(),
                paths(settings),
                unlabelled.sha256(),
                settings.limit(),
                teacher.description(),
                confidence(targets))));
  }

  private static double confidence(double[][] targets) {
    return Arrays.stream(targets).mapToDouble(PseudoLabels::confidence).average().orElse(0);
  }

  private static double confidence(double[] target) {
    return target.length == 1
        ? Math.max(target[0], 1 - target[0])
        : Arrays.stream(target).max().orElse(0);
  }

  private static String paths(DistillationSettings settings) {
    return settings.paths().stream().map(Path::toString).collect(Collectors.joining(", "));
  }
}
