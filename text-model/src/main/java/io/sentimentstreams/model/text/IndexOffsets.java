package io.sentimentstreams.model.text;

import java.util.Optional;

/**
 * Indices of a sequence as in Keras' {@code imdb.load_data}: a start index, then each token's index
 * plus an offset.
 *
 * @param startId index before the first token, {@code start_char}; empty for none
 * @param indexFrom offset of the tokenizer's indices, {@code index_from}
 * @param oovId index of unknown tokens, {@code oov_char}; empty for the tokenizer's
 *     out-of-vocabulary token plus the offset, or none
 * @param numWords exclusive upper bound of the resulting indices, {@code num_words}; tokens with
 *     larger ones are unknown
 */
public record IndexOffsets(
    Optional<Integer> startId, int indexFrom, Optional<Integer> oovId, int numWords) {

  public IndexOffsets {
    if (numWords < 1) {
      throw new IllegalArgumentException("numWords must be at least 1, was " + numWords);
    }
    if (indexFrom < 0 || indexFrom >= numWords) {
      throw new IllegalArgumentException(
          "indexFrom must be 0 to %d, was %d".formatted(numWords - 1, indexFrom));
    }
    startId.ifPresent(id -> check("startId", id, numWords));
    oovId.ifPresent(id -> check("oovId", id, numWords));
  }

  private static void check(String what, int id, int numWords) {
    if (id < 1 || id >= numWords) {
      throw new IllegalArgumentException(
          "%s must be 1 to %d, was %d".formatted(what, numWords - 1, id));
    }
  }
}
