package io.sentimentstreams.app.serving;

import io.sentimentstreams.app.config.UncertainBand;
import io.sentimentstreams.schemas.SentimentLabel;
import java.util.Optional;

/**
 * The rule that maps a score to a label: UNCERTAIN inside the band, otherwise POSITIVE from the
 * threshold, otherwise NEGATIVE.
 *
 * @param threshold the lowest positive score
 * @param uncertain the scores that are labelled UNCERTAIN; empty for none
 */
record LabelRule(double threshold, Optional<UncertainBand> uncertain) {

  /** Returns the label of a score, 0 to 1. */
  SentimentLabel label(double score) {
    if (uncertain.isPresent() && uncertain.get().contains(score)) {
      return SentimentLabel.UNCERTAIN;
    }
    return score >= threshold ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
  }
}
