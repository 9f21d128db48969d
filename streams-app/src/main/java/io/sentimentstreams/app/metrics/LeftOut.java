package io.sentimentstreams.app.metrics;

/** Why a scored review is in no subject's window. */
public enum LeftOut {
  /** It names no subject. */
  NO_SUBJECT,
  /** Its window has ended, and the grace after it too. */
  LATE
}
