package io.sentimentstreams.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Tags;
import io.sentimentstreams.bundle.ReferenceHistograms;
import io.sentimentstreams.scoring.ScoredText;

/** Records what texts are like to one model, and what it says of them. Thread-safe. */
final class TextMeters {

  private final DistributionSummary scores;
  private final DistributionSummary tokens;
  private final DistributionSummary outOfVocabulary;
  private final DistributionSummary truncatedShare;
  private final Counter truncated;
  private final DriftMeters drift;

  TextMeters(DefinedMeters meters, Tags model, ReferenceHistograms validated) {
    scores = meters.summary(MeterDefinition.SCORES, model);
    tokens = meters.summary(MeterDefinition.TOKENS, model);
    outOfVocabulary = meters.summary(MeterDefinition.OUT_OF_VOCABULARY, model);
    truncatedShare = meters.summary(MeterDefinition.TRUNCATED_SHARE, model);
    truncated = meters.counter(MeterDefinition.REVIEWS_TRUNCATED, model);
    drift = new DriftMeters(meters, model, validated);
  }

  /** Takes a scored text into account; one without any token has no shares of them. */
  void record(ScoredText text) {
    scores.record(text.score());
    tokens.record(text.tokens());
    drift.record(text);
    if (text.tokens() > 0) {
      outOfVocabulary.record((double) text.outOfVocabulary() / text.tokens());
      truncatedShare.record((double) text.truncated() / text.tokens());
    }
    if (text.truncated() > 0) {
      truncated.increment();
    }
  }
}
