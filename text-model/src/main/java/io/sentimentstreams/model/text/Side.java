package io.sentimentstreams.model.text;

/** One side of a sequence. */
public enum Side {
  /** Before the first element. */
  PRE,
  /** After the last element. */
  POST
}
