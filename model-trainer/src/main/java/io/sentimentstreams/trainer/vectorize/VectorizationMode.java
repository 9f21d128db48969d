package io.sentimentstreams.trainer.vectorize;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What becomes of a text. */
public enum VectorizationMode {
  /** Its words, as they are looked up. */
  TOKENS,
  /** Token indices. */
  SEQUENCE,
  /** The words that token indices stand for. */
  TEXTS,
  /** A row with a single 1 for each token. */
  ONE_HOT,
  /** A row with a single 1 for each character of a fixed table. */
  CHARS,
  /** Runs of tokens with their counts. */
  NGRAMS,
  /** Hashes of tokens as indices. */
  HASHING,
  /** A 1 for each token that occurs. */
  BINARY,
  /** How often each token occurs. */
  COUNT,
  /** The same as a share of all tokens. */
  FREQ,
  /** The same weighed by how rare the token is. */
  TFIDF;

  private static final Set<VectorizationMode> MATRICES = EnumSet.of(BINARY, COUNT, FREQ, TFIDF);

  /** Whether it gives a row as wide as the vocabulary. */
  boolean isMatrix() {
    return MATRICES.contains(this);
  }

  /** As typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
