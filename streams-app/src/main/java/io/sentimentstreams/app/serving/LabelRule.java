package io.sentimentstreams.app.serving;

import io.sentimentstreams.model.bundle.AbstainBand;
import io.sentimentstreams.schemas.SentimentLabel;
import java.util.Optional;

/**
 * Turns a score into a label: UNCERTAIN inside the band, else POSITIVE from the threshold on, else
 * NEGATIVE.
 *
 * @param threshold the lowest positive score
 * @param uncertain the scores that are neither, if any are
 */
record LabelRule(double threshold, Optional<AbstainBand> uncertain) {

  /** The label of a score in [0, 1]. */
  SentimentLabel label(double score) {
    if (uncertain.isPresent() && uncertain.get().contains(score)) {
      return SentimentLabel.UNCERTAIN;
    }
    return score >= threshold ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
  }
}
