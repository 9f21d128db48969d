package io.sentimentstreams.model.text.vectorization;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Arguments of Keras' {@code TextVectorization}.
 *
 * @param standardization change of a text before it is split
 * @param splitting split into tokens
 * @param ngrams numbers of tokens of the n-grams, in the order of the row, each 1 to {@value
 *     #MAX_NGRAM}; empty for tokens alone
 * @param maxTokens maximum size of the vocabulary with its special tokens, at least 2
 * @param output shape of the rows
 */
public record TextVectorizationSettings(
    Standardization standardization,
    Splitting splitting,
    List<Integer> ngrams,
    Optional<Integer> maxTokens,
    VectorOutput output) {

  /** Maximum number of tokens in an n-gram, and of sizes of n-grams. */
  public static final int MAX_NGRAM = 20;

  public TextVectorizationSettings {
    ngrams = List.copyOf(ngrams);
    if (ngrams.size() > MAX_NGRAM || ngrams.stream().anyMatch(n -> n < 1 || n > MAX_NGRAM)) {
      throw new IllegalArgumentException(
          "ngrams must be 1 to %d, was %s".formatted(MAX_NGRAM, ngrams));
    }
    if (maxTokens.isPresent() && maxTokens.get() < 2) {
      throw new IllegalArgumentException("max_tokens must be at least 2, was " + maxTokens.get());
    }
    if (output.padToMaxTokens() && maxTokens.isEmpty()) {
      throw new IllegalArgumentException("pad_to_max_tokens is true, but max_tokens is not set");
    }
  }

  /** Returns the defaults of {@code TextVectorization()}. */
  public static TextVectorizationSettings keras() {
    return new TextVectorizationSettings(
        Standardization.LOWER_AND_STRIP_PUNCTUATION,
        Splitting.WHITESPACE,
        List.of(),
        Optional.empty(),
        new VectorOutput(OutputMode.INT, Optional.empty(), false, false));
  }

  /** Returns the sizes of n-grams for the integer argument {@code ngrams} of Keras. */
  static List<Integer> upTo(int ngrams) {
    return IntStream.rangeClosed(1, ngrams).boxed().toList();
  }
}
