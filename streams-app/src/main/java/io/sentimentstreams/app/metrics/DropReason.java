package io.sentimentstreams.app.metrics;

/** Why a scored review is in no item's window. */
public enum DropReason {
  /** It names no item. */
  NO_ITEM,
  /** Its window has ended, and the grace after it too. */
  LATE
}
