package io.sentimentstreams.trainer.packaging;

import java.util.Optional;

/**
 * Settings of the rules by which a model gives no label. They are chosen on validation texts.
 *
 * @param targetPrecision required share of correct answers, above 0.5 and at most 1: of each of two
 *     labels, or of all answers for more; empty for none
 * @param unknownShare largest share of unknown tokens in a text with a label, 0 to 1; empty to
 *     choose it
 */
public record AbstainSettings(Optional<Double> targetPrecision, Optional<Double> unknownShare) {

  public AbstainSettings {
    if (targetPrecision.isPresent()
        && !(targetPrecision.get() > 0.5 && targetPrecision.get() <= 1)) {
      throw new IllegalArgumentException(
          "--target-precision must be above 0.5 and at most 1, was " + targetPrecision.get());
    }
  }

  /** Returns the settings of a model that answers every text that is like its training texts. */
  public static AbstainSettings standard() {
    return new AbstainSettings(Optional.empty(), Optional.empty());
  }

  /** Returns the same without a required precision. */
  AbstainSettings withoutPrecision() {
    return new AbstainSettings(Optional.empty(), unknownShare);
  }
}
