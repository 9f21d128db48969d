package io.sentimentstreams.model.text.vectorization;

/** Kind of row that a text becomes. */
public enum OutputMode {
  /** Index of each token: 0 for the empty token, 1 for unknown tokens, then the vocabulary. */
  INT(2),
  /** A 1 for each token that occurs. Column 0 is that of unknown tokens. */
  MULTI_HOT(1),
  /** Number of occurrences of each token. Column 0 is that of unknown tokens. */
  COUNT(1),
  /** Number of occurrences, weighted by inverse document frequency. */
  TF_IDF(1);

  private final int firstIndex;

  OutputMode(int firstIndex) {
    this.firstIndex = firstIndex;
  }

  /** Returns the index of the vocabulary's first token. */
  int firstIndex() {
    return firstIndex;
  }

  /** Returns the index of unknown tokens. */
  int unknownIndex() {
    return firstIndex - 1;
  }
}
