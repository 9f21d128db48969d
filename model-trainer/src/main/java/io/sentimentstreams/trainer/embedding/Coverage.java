package io.sentimentstreams.trainer.embedding;

/**
 * How much of a vocabulary has vectors.
 *
 * @param words with an index that sequences use
 * @param foundWords how many of them have a vector
 * @param tokens of the texts that the vocabulary was made of, known or not
 * @param foundTokens how many of them are words with a vector
 */
public record Coverage(int words, int foundWords, long tokens, long foundTokens) {

  /** The share of the vocabulary, 0 to 1. */
  public double ofWords() {
    return words == 0 ? 0 : (double) foundWords / words;
  }

  /** The share of the running tokens, 0 to 1. */
  public double ofTokens() {
    return tokens == 0 ? 0 : (double) foundTokens / tokens;
  }
}
