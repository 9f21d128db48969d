package io.sentimentstreams.model.text;

/** Value in a text's row of a {@link TextMatrix} for a token that the text contains. */
public enum MatrixMode {
  /** 1. */
  BINARY,
  /** Number of occurrences of the token in the text. */
  COUNT,
  /** Number of occurrences divided by the number of tokens in the text. */
  FREQ,
  /**
   * {@code (1 + ln c) * ln(1 + N / (1 + d))}, where c is the number of occurrences in the text, N
   * the number of fitted texts, and d the number of fitted texts that contain the token.
   */
  TFIDF
}
