package io.sentimentstreams.trainer.embedding;

import io.sentimentstreams.model.text.Tokenizer;
import java.util.BitSet;
import java.util.Map;

/**
 * The vectors of a vocabulary's words, by their token indices. Words without a vector, unknown
 * words and the padding have zeros. Where a file has a token twice, its first vector counts.
 *
 * @param values one vector for each token index, side by side
 * @param width of a vector
 * @param coverage how much was found
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of numbers: a list of boxes would not fit.
public record VocabularyVectors(float[] values, int width, Coverage coverage) {

  /**
   * Looks a vocabulary up in a file.
   *
   * @param tokenizer as it was fitted, with the counts of the words that are not used
   * @throws io.sentimentstreams.trainer.data.InvalidDataException if the file is malformed
   */
  public static VocabularyVectors of(VectorFile file, Tokenizer tokenizer) {
    int width = file.width();
    int bound = tokenizer.indexBound();
    float[] values = new float[Math.multiplyExact(bound, width)];
    BitSet found = new BitSet(bound);
    Map<String, Integer> index = tokenizer.wordIndex();
    file.forEach(
        token -> {
          int place = index.getOrDefault(token, 0);
          return place > 0 && place < bound && !found.get(place);
        },
        (token, vector) -> {
          int place = index.getOrDefault(token, 0);
          found.set(place);
          System.arraycopy(vector, 0, values, place * width, width);
        });
    return new VocabularyVectors(values, width, coverage(tokenizer, bound, found));
  }

  private static Coverage coverage(Tokenizer tokenizer, int bound, BitSet found) {
    int words = 0;
    long tokens = 0;
    long foundTokens = 0;
    Map<String, Integer> counts = tokenizer.wordCounts();
    for (Map.Entry<String, Integer> word : tokenizer.wordIndex().entrySet()) {
      int count = counts.getOrDefault(word.getKey(), 0);
      tokens += count;
      // The token for unknown words was never counted.
      words += count > 0 && word.getValue() < bound ? 1 : 0;
      foundTokens += found.get(word.getValue()) ? count : 0;
    }
    return new Coverage(words, found.cardinality(), tokens, foundTokens);
  }
}
