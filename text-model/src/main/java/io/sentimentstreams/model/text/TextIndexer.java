package io.sentimentstreams.model.text;

import java.util.List;

/**
 * Rule that splits texts into tokens and maps them to the indices that a network reads: Keras'
 * {@code Tokenizer} or {@code TextVectorization}. Implementations are immutable and thread-safe.
 */
public interface TextIndexer {

  /** Returns the number of tokens with an index of their own. */
  int vocabularySize();

  /**
   * Returns the exclusive upper bound of the indices in a sequence, which is the input dimension of
   * an embedding.
   */
  int indexBound();

  /** Returns the tokens of a text, known or unknown. */
  List<String> tokens(String text);

  /** Returns whether a token has an index that sequences use. */
  boolean knows(String token);

  /**
   * Appends the indices of a text's tokens.
   *
   * @return the number of tokens, and the number of unknown ones
   */
  TokenCount encode(String text, IdBuffer ids);

  /**
   * Returns the index of each token of {@link #tokens}, in order; 0 for a token that sequences
   * omit.
   */
  int[] aligned(String text);

  /**
   * Returns the positions of a text's tokens in that text, in UTF-16 code units: first position and
   * position behind the last, for each token of {@link #tokens} in order.
   */
  int[] ranges(String text);

  /**
   * Returns whether a network that does not mask zeros reads sequences with padding up to the
   * maximum length.
   */
  default boolean pads() {
    return true;
  }

  /**
   * Checks the settings of a network's sequences.
   *
   * @throws IllegalArgumentException if Keras would make other sequences
   */
  default void requireFits(SequenceSettings settings) {}

  /**
   * Returns this rule with other indices.
   *
   * @throws IllegalArgumentException if this kind of rule has no index offsets in Keras
   */
  default TextIndexer shifted(IndexOffsets offsets) {
    throw new IllegalArgumentException(
        "index offsets belong to a Tokenizer. Remove them from the text settings.");
  }

  /**
   * Number of tokens in a text.
   *
   * @param tokens all tokens
   * @param unknown tokens without an index that sequences use
   */
  record TokenCount(int tokens, int unknown) {}
}
