package io.sentimentstreams.app.metrics;

import io.prometheus.metrics.core.metrics.Histogram;

/** The histograms of scored texts, with a series for each model. Thread-safe. */
final class TextHistograms {

  final Histogram scores;
  final Histogram confidence;
  final Histogram tokens;
  final Histogram outOfVocabulary;
  final Histogram truncatedShare;

  TextHistograms(DefinedMeters meters) {
    scores = meters.histogram(MeterDefinition.SCORES);
    confidence = meters.histogram(MeterDefinition.CONFIDENCE);
    tokens = meters.histogram(MeterDefinition.TOKENS);
    outOfVocabulary = meters.histogram(MeterDefinition.OUT_OF_VOCABULARY);
    truncatedShare = meters.histogram(MeterDefinition.TRUNCATED_SHARE);
  }
}
