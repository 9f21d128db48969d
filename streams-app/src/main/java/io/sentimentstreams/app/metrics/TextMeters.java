package io.sentimentstreams.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.scoring.ScoredText;

/** The meters of scored texts: scores, lengths, unknown and truncated tokens. Thread-safe. */
final class TextMeters {

  private final DistributionDataPoint scores;
  private final DistributionDataPoint tokens;
  private final DistributionDataPoint outOfVocabulary;
  private final DistributionDataPoint truncatedShare;
  private final Counter truncated;
  private final DriftMeters drift;

  TextMeters(DefinedMeters meters, Tags model, ReferenceHistograms validated) {
    scores = meters.histogram(MeterDefinition.SCORES, model);
    tokens = meters.histogram(MeterDefinition.TOKENS, model);
    outOfVocabulary = meters.histogram(MeterDefinition.OUT_OF_VOCABULARY, model);
    truncatedShare = meters.histogram(MeterDefinition.TRUNCATED_SHARE, model);
    truncated = meters.counter(MeterDefinition.REVIEWS_TRUNCATED, model);
    drift = new DriftMeters(meters, model, validated);
  }

  /** Records a scored text. A text without tokens has no shares. */
  void record(ScoredText text) {
    scores.observe(text.score());
    tokens.observe(text.tokens());
    drift.record(text);
    if (text.tokens() > 0) {
      outOfVocabulary.observe((double) text.outOfVocabulary() / text.tokens());
      truncatedShare.observe((double) text.truncated() / text.tokens());
    }
    if (text.truncated() > 0) {
      truncated.increment();
    }
  }
}
