package io.sentimentstreams.trainer.pipeline;

import io.sentimentstreams.trainer.data.UnlabelledText;
import io.sentimentstreams.trainer.data.source.TrainingData;
import io.sentimentstreams.trainer.data.source.UnlabelledTexts;
import io.sentimentstreams.trainer.distill.DistillationSettings;
import io.sentimentstreams.trainer.distill.PseudoLabels;
import io.sentimentstreams.trainer.distill.TeacherScoring;
import io.sentimentstreams.trainer.softlabel.SoftLabels;
import io.sentimentstreams.trainer.softlabel.SoftTarget;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The texts that teachers scored.
 *
 * @param pseudoLabels reviews without labels that teachers of this training scored
 * @param softLabels probabilities from files
 */
record TaughtTexts(PseudoLabels pseudoLabels, SoftLabels softLabels) {

  /** Reads soft labels, then reads and scores reviews without labels. */
  static TaughtTexts read(
      TrainingPlan plan, TrainingData data, TrainingObserver observer, InstantSource clock) {
    Optional<DistillationSettings> settings = plan.teaching().distillation();
    if (settings.isEmpty()) {
      SoftLabels soft = softLabels(plan, data, List.of(), observer);
      return new TaughtTexts(PseudoLabels.none(), soft);
    }
    Instant start = clock.instant();
    UnlabelledTexts unlabelled =
        UnlabelledTexts.read(settings.get().paths(), settings.get().limit(), data.holdout().seed());
    List<String> texts = unlabelled.texts().stream().map(UnlabelledText::text).toList();
    SoftLabels soft = softLabels(plan, data, texts, observer);
    PseudoLabels pseudo =
        new TeacherScoring(settings.get(), data, plan.training().workers(), observer::onWarning)
            .score(unlabelled, text -> !soft.hasAdditional(text));
    if (settings.get().teacher().isEmpty()) {
      warnOfTextsWithoutTarget(texts, soft, observer);
    }
    Duration duration = Duration.between(start, clock.instant());
    pseudo
        .provenance()
        .ifPresent(facts -> observer.onDistillation(facts, pseudo.texts().size(), duration));
    return new TaughtTexts(pseudo, soft);
  }

  private static void warnOfTextsWithoutTarget(
      List<String> texts, SoftLabels soft, TrainingObserver observer) {
    long missing = texts.stream().filter(text -> !soft.hasAdditional(text)).count();
    if (missing > 0) {
      observer.onWarning(
          "%d of %d reviews of --unlabelled have no soft label and are left out. Use --teacher to score them."
              .formatted(missing, texts.size()));
    }
  }

  private static SoftLabels softLabels(
      TrainingPlan plan, TrainingData data, List<String> unlabelled, TrainingObserver observer) {
    SoftLabels soft =
        plan.teaching()
            .softLabels()
            .map(settings -> SoftLabels.read(settings, data, unlabelled))
            .orElseGet(SoftLabels::none);
    soft.provenance().ifPresent(observer::onSoftLabels);
    return soft;
  }

  /** Returns the texts that are not labelled reviews. */
  Stream<String> texts() {
    return Stream.concat(
        softLabels.additional().stream().map(SoftTarget::text), pseudoLabels.texts().stream());
  }
}
