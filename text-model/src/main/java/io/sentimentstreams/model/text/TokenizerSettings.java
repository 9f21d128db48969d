package io.sentimentstreams.model.text;

import java.util.Optional;

/**
 * How a text becomes tokens: the arguments of Keras' {@code Tokenizer}.
 *
 * @param numWords only tokens with an index below this are used, above 0; empty for all
 * @param filters characters that separate tokens, each a code point
 * @param lower whether texts are put in lower case first
 * @param split what separates tokens, not empty
 * @param charLevel whether each character (code point) is a token; {@code filters} and {@code
 *     split} are then ignored
 * @param oovToken stands for tokens that the vocabulary does not hold; empty to leave them out
 */
public record TokenizerSettings(
    Optional<Integer> numWords,
    String filters,
    boolean lower,
    String split,
    boolean charLevel,
    Optional<String> oovToken) {

  /** Keras' default: punctuation but the apostrophe, tab and line feed. */
  public static final String KERAS_FILTERS = "!\"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n";

  public TokenizerSettings {
    if (numWords.isPresent() && numWords.get() < 1) {
      throw new IllegalArgumentException("numWords must be at least 1, was " + numWords.get());
    }
    if (split.isEmpty()) {
      throw new IllegalArgumentException("split must not be empty; Keras' default is one space");
    }
  }

  /** What {@code Tokenizer()} uses: lower-case words between spaces and punctuation, all known. */
  public static TokenizerSettings keras() {
    return new TokenizerSettings(
        Optional.empty(), KERAS_FILTERS, true, " ", false, Optional.empty());
  }

  /** The same with another {@code numWords}. */
  public TokenizerSettings withNumWords(int words) {
    return new TokenizerSettings(Optional.of(words), filters, lower, split, charLevel, oovToken);
  }

  /** The same with another {@code oovToken}. */
  public TokenizerSettings withOovToken(String token) {
    return new TokenizerSettings(numWords, filters, lower, split, charLevel, Optional.of(token));
  }

  /** Whether tokens of an index are used. */
  boolean uses(int index) {
    return numWords.isEmpty() || index < numWords.get();
  }
}
