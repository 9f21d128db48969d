package io.sentimentstreams.app.metrics;

import io.micrometer.core.instrument.Tags;
import io.sentimentstreams.model.bundle.Histogram;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.scoring.ScoredText;
import java.time.Duration;
import java.util.Arrays;

/**
 * The distance of the last hour's reviews from the model's validation texts. A gauge is NaN for
 * fewer than {@value #MIN_SCORES} reviews, or if the bundle has no reference histogram.
 * Thread-safe.
 */
final class DriftMeters {

  /** The window of the reviews. */
  static final Duration WINDOW = Duration.ofHours(1);

  /** For fewer reviews, random variation alone gives an index that suggests a change. */
  static final int MIN_SCORES = 500;

  private static final int SLICES = 12;

  private final SlidingHistogram score;
  private final SlidingHistogram length;
  private final SlidingHistogram outOfVocabulary;

  DriftMeters(DefinedMeters meters, Tags model, ReferenceHistograms reference) {
    score = watched(meters, model, "score", reference.score());
    length = watched(meters, model, "length", reference.length());
    outOfVocabulary = watched(meters, model, "out_of_vocabulary", reference.outOfVocabularyShare());
  }

  /** Records a scored text. */
  void record(ScoredText text) {
    score.record(text.score());
    length.record(text.tokens());
    if (text.tokens() > 0) {
      outOfVocabulary.record((double) text.outOfVocabulary() / text.tokens());
    }
  }

  private static SlidingHistogram watched(
      DefinedMeters meters, Tags model, String feature, Histogram reference) {
    SlidingHistogram recent =
        new SlidingHistogram(
            reference.upperBounds(), WINDOW, SLICES, meters.registry().config().clock()::wallTime);
    meters.gauge(
        MeterDefinition.DRIFT,
        model.and("feature", feature),
        () -> index(reference, recent.counts()));
    return recent;
  }

  private static double index(Histogram reference, long[] recent) {
    boolean known = reference.counts().stream().anyMatch(count -> count > 0);
    return known && Arrays.stream(recent).sum() >= MIN_SCORES
        ? PopulationStability.index(reference.counts(), recent)
        : Double.NaN;
  }
}
