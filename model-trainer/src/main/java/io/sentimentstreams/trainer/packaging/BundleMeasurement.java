package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.Histogram;
import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.scoring.ClassifiedText;
import io.sentimentstreams.model.scoring.ScoredText;
import io.sentimentstreams.trainer.evaluate.ClassifiedTexts;
import io.sentimentstreams.trainer.evaluate.RiskCoverage;
import io.sentimentstreams.trainer.evaluate.TextDecider;
import io.sentimentstreams.trainer.provenance.CoverageFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Measurement of a bundle on its validation reviews, with the forward pass that the application
 * uses.
 *
 * @param quality the measures
 * @param histograms reference histograms for monitoring
 * @param coverage accuracy by coverage
 * @param classified the reviews with their probabilities
 */
record BundleMeasurement(
    Quality quality,
    ReferenceHistograms histograms,
    CoverageFacts coverage,
    ClassifiedTexts classified) {

  /**
   * Measures a bundle.
   *
   * @param threads number of threads that score, at least 1
   */
  static BundleMeasurement of(Bundle bundle, ValidationTexts validation, int threads) {
    Manifest manifest = bundle.manifest();
    ClassifiedTexts classified = ClassifiedTexts.of(bundle, validation.texts(), threads);
    return new BundleMeasurement(
        QualityRecords.of(manifest, classified, validation.description()),
        histograms(manifest.task(), classified),
        CoverageFacts.of(RiskCoverage.of(manifest, classified)),
        classified);
  }

  /**
   * Returns the reference histograms with the number of texts by the label that a model gives.
   *
   * @param manifest manifest of the model with its abstain rules
   */
  ReferenceHistograms histograms(Manifest manifest) {
    return histograms.withLabels(labels(manifest, classified));
  }

  private static List<Long> labels(Manifest manifest, ClassifiedTexts texts) {
    TextDecider decider = new TextDecider(manifest);
    Map<String, Long> counts = new HashMap<>();
    for (int i = 0; i < texts.texts().size(); i++) {
      decider
          .decide(texts.texts().get(i).text(), texts.classified().get(i))
          .label()
          .ifPresent(label -> counts.merge(label, 1L, Long::sum));
    }
    return manifest.labels().stream().map(label -> counts.getOrDefault(label, 0L)).toList();
  }

  private static ReferenceHistograms histograms(Task task, ClassifiedTexts classified) {
    return histograms(
        task == Task.BINARY
            ? classified.scored().scores()
            : classified.classified().stream().map(BundleMeasurement::mostProbable).toList());
  }

  private static ScoredText mostProbable(ClassifiedText text) {
    return new ScoredText(
        text.probabilities().get(text.best()),
        text.tokens(),
        text.outOfVocabulary(),
        text.truncated());
  }

  private static ReferenceHistograms histograms(List<ScoredText> scored) {
    return new ReferenceHistograms(
        histogram(scored, ReferenceHistograms.SCORE_BOUNDS, ScoredText::score),
        histogram(scored, ReferenceHistograms.LENGTH_BOUNDS, ScoredText::tokens),
        histogram(
            scored,
            ReferenceHistograms.SHARE_BOUNDS,
            text -> text.tokens() == 0 ? 0 : (double) text.outOfVocabulary() / text.tokens()));
  }

  private static Histogram histogram(
      List<ScoredText> scored, List<Double> bounds, ToDoubleFunction<ScoredText> value) {
    return Histogram.of(bounds, scored.stream().mapToDouble(value));
  }
}
