package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.model.bundle.Manifest;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.trainer.calibrate.AbstainBandSelector;
import io.sentimentstreams.trainer.calibrate.ConfidenceThresholdSelector;
import io.sentimentstreams.trainer.calibrate.UnknownShareSelector;
import io.sentimentstreams.trainer.evaluate.ClassifiedTexts;

/** Selection of abstain rules on validation texts. */
final class AbstainSelection {

  private AbstainSelection() {}

  /**
   * Selects the rules of a bundle.
   *
   * @param validation texts that the model did not learn from, at least one
   */
  static AbstainRules of(Manifest manifest, ClassifiedTexts validation, AbstainSettings settings) {
    AbstainRules rules =
        AbstainRules.none()
            .withUnknownShare(
                settings
                    .unknownShare()
                    .orElseGet(() -> UnknownShareSelector.of(validation.classified())));
    if (settings.targetPrecision().isEmpty()) {
      return rules;
    }
    double precision = settings.targetPrecision().get();
    return manifest.task() == Task.BINARY
        ? rules.withBand(
            AbstainBandSelector.of(
                    validation.scored().predictions(), manifest.threshold(), precision)
                .band())
        : rules.withConfidence(
            ConfidenceThresholdSelector.of(validation.predictions(), precision).threshold());
  }
}
