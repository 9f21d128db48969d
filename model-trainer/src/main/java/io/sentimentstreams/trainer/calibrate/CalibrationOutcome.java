package io.sentimentstreams.trainer.calibrate;

import java.util.Optional;

/**
 * Result of a fit.
 *
 * @param calibration the calibration; the identity if it was left out
 * @param reason why the scores are not calibrated; empty if they are
 */
public record CalibrationOutcome(Calibration calibration, Optional<String> reason) {

  static CalibrationOutcome of(Calibration calibration) {
    return new CalibrationOutcome(calibration, Optional.empty());
  }

  static CalibrationOutcome leftOut(String reason) {
    return new CalibrationOutcome(Calibration.IDENTITY, Optional.of(reason));
  }
}
