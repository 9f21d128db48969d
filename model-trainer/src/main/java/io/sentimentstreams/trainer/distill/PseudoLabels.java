package io.sentimentstreams.trainer.distill;

import io.sentimentstreams.trainer.data.UnlabelledSplits;
import io.sentimentstreams.trainer.data.UnlabelledText;
import io.sentimentstreams.trainer.data.UnlabelledTexts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import io.sentimentstreams.trainer.cli.DurationFormat;
import io.sentimentstreams.trainer.data.TrainingData;
import io.sentimentstreams.trainer.provenance.TrainingFacts;

/**
 * Reviews without labels, and what a teacher says of them.
 *
 * @param texts the reviews
 * @param scores P(positive) of each, 0 to 1
 * @param facts what the bundle records of them
 */
@SuppressWarnings("ArrayRecordComponent") public // Not changed, and not compared.
record PseudoLabels(List<String> texts, double[] scores, Map<String, String> facts) {

  public PseudoLabels {
    texts = List.copyOf(texts);
    facts = Map.copyOf(facts);
    if (texts.size() != scores.length) {
      throw new IllegalArgumentException(
          "there must be %d scores, were %d".formatted(texts.size(), scores.length));
    }
  }

  /** For a training from labels alone. */
  public static PseudoLabels none() {
    return new PseudoLabels(List.of(), new double[0], Map.of());
  }

  /**
   * Reads reviews and has them judged.
   *
   * @param data what teachers may learn from, and what they must not
   * @param seed of the selection, where there is a limit, and of the cuts
   * @param threads that score with bundles, at least 1
   * @param say takes lines on how it goes
   */
  public static PseudoLabels of(
      DistillationSettings plan,
      TrainingData data,
      long seed,
      int threads,
      InstantSource clock,
      Consumer<String> say) {
    Instant start = clock.instant();
    UnlabelledTexts unlabelled = UnlabelledTexts.read(plan.paths(), plan.limit(), seed);
    List<String> whole = unlabelled.texts().stream().map(UnlabelledText::text).toList();
    List<String> texts = UnlabelledSplits.added(whole, plan.cuts(), seed);
    Teacher teacher =
        Teacher.of(plan.teacher(), data, threads, warning -> say.accept("warning: " + warning));
    double[] scores = teacher.scores(texts);
    Duration duration = Duration.between(start, clock.instant());
    String confidence = String.format(Locale.ROOT, "%.4f", confidence(scores));
    say.accept(
        "%d reviews without labels%s judged by %s: mean confidence %s, %s"
            .formatted(
                whole.size(),
                plan.cuts() > 0 ? " and their parts, %d texts,".formatted(texts.size()) : "",
                teacher.description(),
                confidence,
                DurationFormat.of(duration)));

    Map<String, String> facts = new TreeMap<>();
    facts.put(TrainingFacts.UNLABELLED, Integer.toString(whole.size()));
    facts.put("unlabelledCuts", Integer.toString(plan.cuts()));
    facts.put(TrainingFacts.UNLABELLED_PATH, paths(plan));
    facts.put("unlabelledSha256", unlabelled.sha256());
    plan.limit().ifPresent(limit -> facts.put("limitUnlabelled", limit.toString()));
    facts.put(TrainingFacts.TEACHER, teacher.description());
    facts.put("teacherConfidence", confidence);
    return new PseudoLabels(texts, scores, facts);
  }

  /** How sure a teacher is in the mean: the larger one of P(positive) and P(negative). */
  private static double confidence(double[] scores) {
    return Arrays.stream(scores).map(score -> Math.max(score, 1 - score)).average().orElse(0);
  }

  private static String paths(DistillationSettings plan) {
    return plan.paths().stream().map(Path::toString).collect(Collectors.joining(", "));
  }
}
