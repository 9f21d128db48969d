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
import io.sentimentstreams.trainer.provenance.CoverageFacts;
import java.util.List;
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
