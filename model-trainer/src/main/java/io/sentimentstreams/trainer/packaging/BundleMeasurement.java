package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.bundle.Bundle;
import io.sentimentstreams.model.bundle.Histogram;
import io.sentimentstreams.model.bundle.Quality;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.scoring.ClassifiedText;
import io.sentimentstreams.model.scoring.ScoredText;
import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.evaluate.ClassMeasures;
import io.sentimentstreams.trainer.evaluate.ClassifiedTexts;
import io.sentimentstreams.trainer.evaluate.Measures;
import io.sentimentstreams.trainer.evaluate.ScoredTexts;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Measurement of a bundle on its validation reviews, with the forward pass that the application
 * uses.
 *
 * @param quality the measures
 * @param histograms reference histograms for monitoring
 * @param scored scores of the reviews; empty if the bundle has more than two labels
 */
record BundleMeasurement(
    Quality quality, ReferenceHistograms histograms, Optional<ScoredTexts> scored) {

  /**
   * Measures a bundle.
   *
   * @param threads number of threads that score, at least 1
   */
  static BundleMeasurement of(Bundle bundle, ValidationTexts validation, int threads) {
    List<String> labels = bundle.manifest().labels();
    DataFingerprint data = DataFingerprint.of(validation.texts());
    if (labels.size() == 2) {
      ScoredTexts scored = ScoredTexts.of(bundle, validation.texts(), threads);
      Measures measures = Measures.of(scored.predictions(), Manifests.THRESHOLD);
      return new BundleMeasurement(
          QualityRecords.of(measures, validation.description(), data),
          histograms(scored.scores()),
          Optional.of(scored));
    }
    ClassifiedTexts classified = ClassifiedTexts.of(bundle, validation.texts(), threads);
    ClassMeasures measures = ClassMeasures.of(classified.predictions(), labels);
    return new BundleMeasurement(
        QualityRecords.of(measures, validation.description(), data),
        histograms(classified.classified().stream().map(BundleMeasurement::mostProbable).toList()),
        Optional.empty());
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
