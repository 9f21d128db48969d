package io.sentimentstreams.model.text;

/** An end of a sequence. */
public enum Side {
  /** The beginning. */
  PRE,
  /** The end. */
  POST
}
