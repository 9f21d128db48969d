package io.sentimentstreams.model.text;

import java.util.Optional;

/**
 * Rules that split a text into tokens: the arguments of Keras' {@code Tokenizer}.
 *
 * @param numWords exclusive upper bound of the indices in use, positive; empty for all
 * @param filters characters that separate tokens, each a code point
 * @param lower whether texts are converted to lower case first
 * @param split separator of tokens, not empty
 * @param charLevel whether each character (code point) is a token; {@code filters} and {@code
 *     split} are then ignored
 * @param oovToken replacement of unknown tokens; empty to omit them
 */
public record TokenizerSettings(
    Optional<Integer> numWords,
    String filters,
    boolean lower,
    String split,
    boolean charLevel,
    Optional<String> oovToken) {

  /** Keras' default: punctuation except the apostrophe, tab and line feed. */
  public static final String KERAS_FILTERS = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n";

  public TokenizerSettings {
    if (numWords.isPresent() && numWords.get() < 1) {
      throw new IllegalArgumentException("numWords must be at least 1, was " + numWords.get());
    }
    if (split.isEmpty()) {
      throw new IllegalArgumentException(
          "Separator of tokens is empty. Use Keras' default, one space.");
    }
  }

  /**
   * Returns the defaults of {@code Tokenizer()}: all lower-case words between spaces and
   * punctuation.
   */
  public static TokenizerSettings keras() {
    return new TokenizerSettings(
        Optional.empty(), KERAS_FILTERS, true, " ", false, Optional.empty());
  }

  /** Returns these settings with another {@code numWords}. */
  public TokenizerSettings withNumWords(int words) {
    return new TokenizerSettings(Optional.of(words), filters, lower, split, charLevel, oovToken);
  }

  /** Returns these settings without a bound of the indices. */
  TokenizerSettings withoutNumWords() {
    return new TokenizerSettings(Optional.empty(), filters, lower, split, charLevel, oovToken);
  }

  /** Returns these settings with another {@code oovToken}. */
  public TokenizerSettings withOovToken(String token) {
    return new TokenizerSettings(numWords, filters, lower, split, charLevel, Optional.of(token));
  }

  /** Returns whether sequences use the tokens of an index. */
  boolean uses(int index) {
    return numWords.isEmpty() || index < numWords.get();
  }
}
