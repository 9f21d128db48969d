package io.sentimentstreams.trainer.calibrate;

import java.util.Locale;

/** Method of score calibration. */
public enum CalibrationMethod {
  /** No calibration. */
  NONE,
  /**
   * Temperature scaling: log-odds are divided by one number (Guo et al., 2017); decisions do not
   * change.
   */
  TEMPERATURE,
  /**
   * Platt scaling: log-odds are scaled and shifted (Platt, 1999); decisions near the threshold can
   * change.
   */
  PLATT;

  /** Returns the name in options and in bundles. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return label();
  }
}
