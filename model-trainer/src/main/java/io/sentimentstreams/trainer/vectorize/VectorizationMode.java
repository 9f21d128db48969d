package io.sentimentstreams.trainer.vectorize;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Representations of a text. */
public enum VectorizationMode {
  /** Tokens as text. */
  TOKENS,
  /** Token indices. */
  SEQUENCE,
  /** Words of token indices. */
  TEXTS,
  /** A one-hot row for each token. */
  ONE_HOT,
  /** A one-hot row for each character of a fixed table. */
  CHARS,
  /** N-grams of tokens with their counts. */
  NGRAMS,
  /** Hashes of tokens as indices. */
  HASHING,
  /** A 1 for each token that occurs. */
  BINARY,
  /** Number of occurrences of each token. */
  COUNT,
  /** Share of each token among all tokens. */
  FREQ,
  /** Number of occurrences, weighted by inverse document frequency. */
  TFIDF,
  /** Rows of Keras' {@code TextVectorization}. */
  TEXT_VECTORIZATION;

  private static final Set<VectorizationMode> BY_VOCABULARY =
      EnumSet.of(SEQUENCE, TEXTS, ONE_HOT, BINARY, COUNT, FREQ, TFIDF);

  /** Returns whether tokens are looked up in a vocabulary unless they are hashed. */
  public boolean usesVocabulary() {
    return BY_VOCABULARY.contains(this);
  }

  /** Returns the name as typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
