package io.sentimentstreams.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.model.decision.Decision;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.text.EncodedText;
import java.util.Optional;

/**
 * The meters of a model's texts: scores, confidence, lengths, unknown and truncated tokens.
 * Thread-safe.
 */
final class TextMeters {

  private final Optional<DistributionDataPoint> scores;
  private final DistributionDataPoint confidence;
  private final DistributionDataPoint tokens;
  private final DistributionDataPoint outOfVocabulary;
  private final DistributionDataPoint truncatedShare;
  private final Counter truncated;
  private final DriftMeters drift;

  TextMeters(DefinedMeters meters, TextHistograms histograms, Tags tags, ActiveModel model) {
    scores =
        model.task() == Task.NOMINAL ? Optional.empty() : Optional.of(of(histograms.scores, model));
    confidence = of(histograms.confidence, model);
    tokens = of(histograms.tokens, model);
    outOfVocabulary = of(histograms.outOfVocabulary, model);
    truncatedShare = of(histograms.truncatedShare, model);
    truncated = meters.counter(MeterDefinition.REVIEWS_TRUNCATED, tags);
    drift = new DriftMeters(meters, tags, model);
  }

  private static DistributionDataPoint of(Histogram histogram, ActiveModel model) {
    return histogram.labelValues(model.manifest().name(), model.manifest().version());
  }

  /**
   * Records a text. A text without tokens has no shares; one that the network was not asked about
   * has no score and no confidence.
   */
  void record(Decision decision, EncodedText text) {
    tokens.observe(text.tokens());
    if (text.tokens() > 0) {
      outOfVocabulary.observe((double) text.outOfVocabulary() / text.tokens());
      truncatedShare.observe((double) text.truncated() / text.tokens());
    }
    if (text.truncated() > 0) {
      truncated.increment();
    }
    drift.recordText(text);
    if (!decision.probabilities().isEmpty()) {
      double largest = largest(decision);
      confidence.observe(largest);
      if (scores.isPresent() && decision.score().isPresent()) {
        scores.get().observe(decision.score().get());
      }
      drift.recordDecision(decision, largest);
    }
  }

  private static double largest(Decision decision) {
    double largest = 0;
    for (int i = 0; i < decision.probabilities().size(); i++) {
      largest = Math.max(largest, decision.probabilities().get(i));
    }
    return largest;
  }
}
