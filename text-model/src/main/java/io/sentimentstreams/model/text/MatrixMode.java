package io.sentimentstreams.model.text;

/** What stands in a text's row of a {@link TextMatrix} for a token that it holds. */
public enum MatrixMode {
  /** 1. */
  BINARY,
  /** How often the text holds it. */
  COUNT,
  /** How often the text holds it, as a share of the text's tokens. */
  FREQ,
  /**
   * {@code (1 + ln c) * ln(1 + N / (1 + d))} with c how often the text holds it, N the number of
   * fitted texts and d in how many of them it was seen.
   */
  TFIDF
}
