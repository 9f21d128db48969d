package io.sentimentstreams.trainer.embedding;

import io.sentimentstreams.model.text.Tokenizer;
import java.util.BitSet;
import java.util.Map;

/**
 * Word vectors of a vocabulary by token index. Words without a vector, unknown words and padding
 * have zeros. The first vector of a repeated token is used.
 *
 * @param values concatenated vectors, one per token index
 * @param width of a vector
 * @param coverage covered part of the vocabulary
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of numbers: a list of boxes would not fit.
public record VocabularyVectors(float[] values, int width, Coverage coverage) {

  /**
   * Reads the vectors of a vocabulary from a file.
   *
   * @param tokenizer fitted tokenizer with the counts of all words
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
          int id = index.getOrDefault(token, 0);
          return id > 0 && id < bound && !found.get(id);
        },
        (token, vector) -> {
          int id = index.getOrDefault(token, 0);
          found.set(id);
          System.arraycopy(vector, 0, values, id * width, width);
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
      // The OOV token has no count.
      words += count > 0 && word.getValue() < bound ? 1 : 0;
      foundTokens += found.get(word.getValue()) ? count : 0;
    }
    return new Coverage(words, found.cardinality(), tokens, foundTokens);
  }
}
