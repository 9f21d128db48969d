package io.sentimentstreams.model.decision;

/** Reason why a text has no label. */
public enum AbstainReason {
  /** The score is in the abstain band, or no label is probable enough. */
  LOW_CONFIDENCE,
  /** No token is known, or the share of unknown tokens is too large. */
  OUT_OF_VOCABULARY,
  /** No model answers texts in this language. */
  UNSUPPORTED_LANGUAGE
}
