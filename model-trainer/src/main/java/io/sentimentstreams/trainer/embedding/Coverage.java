package io.sentimentstreams.trainer.embedding;

/**
 * Coverage of a vocabulary by word vectors.
 *
 * @param words number of words with a token index
 * @param foundWords number of those words with a vector
 * @param tokens number of tokens in the vocabulary's texts, including unknown tokens
 * @param foundTokens number of those tokens with a vector
 */
public record Coverage(int words, int foundWords, long tokens, long foundTokens) {

  /** Returns the covered share of the vocabulary, 0 to 1. */
  public double ofWords() {
    return words == 0 ? 0 : (double) foundWords / words;
  }

  /** Returns the covered share of the tokens, 0 to 1. */
  public double ofTokens() {
    return tokens == 0 ? 0 : (double) foundTokens / tokens;
  }
}
