package io.sentimentstreams.app.item;

/** The reason why a score is not in any window. */
enum DropReason {
  /** The review has no item. */
  NO_ITEM,
  /** The window and its grace period were over. */
  LATE
}
