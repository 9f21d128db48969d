package io.sentimentstreams.trainer.calibrate;

import java.util.Locale;

/** How scores are calibrated. */
public enum CalibrationMethod {
  /** Not at all. */
  NONE,
  /** The log-odds are divided by one number (Guo et al., 2017); no decision changes. */
  TEMPERATURE,
  /** The log-odds are scaled and shifted (Platt, 1999); decisions near the threshold may change. */
  PLATT;

  /** As typed and as bundles record it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return label();
  }
}
