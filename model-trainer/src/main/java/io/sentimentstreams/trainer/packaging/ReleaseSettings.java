package io.sentimentstreams.trainer.packaging;

import io.sentimentstreams.trainer.calibrate.CalibrationMethod;

/**
 * Settings of the steps between training and bundle.
 *
 * @param calibration how scores are calibrated on the validation split
 * @param abstain how the rules are chosen by which the model gives no label
 */
public record ReleaseSettings(CalibrationMethod calibration, AbstainSettings abstain) {}
