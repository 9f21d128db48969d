package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.trainer.calibrate.CalibrationMethod;
import java.util.Optional;

/**
 * What is done with a model after its training, before and beside its bundle.
 *
 * @param calibration how its scores are calibrated on the held-out part
 * @param precision what share of decisions for each label shall be right outside a band of
 *     uncertain scores, above 0.5 and at most 1; empty for no band
 * @param report whether a report is written beside the bundle
 */
public record ReleaseSettings(CalibrationMethod calibration, Optional<Double> precision, boolean report) {

  public ReleaseSettings {
    if (precision.isPresent() && !(precision.get() > 0.5 && precision.get() <= 1)) {
      throw new IllegalArgumentException(
          "the precision must be above 0.5 and at most 1, was " + precision.get());
    }
  }
}
