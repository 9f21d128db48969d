package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.trainer.calibrate.CalibrationMethod;
import java.util.Optional;

/**
 * Settings of the steps between training and bundle.
 *
 * @param calibration how scores are calibrated on the validation split
 * @param targetPrecision required precision of the decisions for each label, above 0.5 and at most
 *     1; scores that would miss it become the abstain band. Empty for no band
 */
public record ReleaseSettings(CalibrationMethod calibration, Optional<Double> targetPrecision) {

  public ReleaseSettings {
    if (targetPrecision.isPresent()
        && !(targetPrecision.get() > 0.5 && targetPrecision.get() <= 1)) {
      throw new IllegalArgumentException(
          "--target-precision must be above 0.5 and at most 1, was " + targetPrecision.get());
    }
  }
}
