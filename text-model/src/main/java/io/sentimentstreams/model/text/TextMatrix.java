package io.sentimentstreams.model.text;

import java.util.Map;
import java.util.TreeMap;

/**
 * Turns texts into rows as wide as the vocabulary, as Keras' {@code texts_to_matrix} does.
 * Immutable and safe for use by several threads.
 */
public final class TextMatrix {

  private final Tokenizer tokenizer;
  private final MatrixMode mode;
  private final int width;
  private final Map<Integer, Integer> indexDocs;

  /**
   * A matrix of a tokenizer's tokens, as wide as {@code numWords}, or as all tokens and index 0.
   *
   * @throws IllegalArgumentException if the tokenizer has neither {@code numWords} nor any token
   */
  public TextMatrix(Tokenizer tokenizer, MatrixMode mode) {
    if (tokenizer.settings().numWords().isEmpty() && tokenizer.vocabularySize() == 0) {
      throw new IllegalArgumentException(
          "a matrix needs numWords or a tokenizer that was fitted on some text");
    }
    this.tokenizer = tokenizer;
    this.mode = mode;
    width = tokenizer.settings().numWords().orElse(tokenizer.vocabularySize() + 1);
    indexDocs = tokenizer.indexDocs();
  }

  /** The length of a row. */
  public int width() {
    return width;
  }

  /** The row of a text, {@link #width()} elements. */
  public double[] row(String text) {
    double[] row = new double[width];
    sparseRow(text).forEach((index, value) -> row[index] = value);
    return row;
  }

  /** The elements of a text's row that are not 0, by index. */
  public Map<Integer, Double> sparseRow(String text) {
    return sparseRow(tokenizer.sequence(text));
  }

  /**
   * The same for a text that was turned into indices before (Keras' {@code sequences_to_matrix});
   * indices from {@link #width()} on are not looked at.
   */
  public Map<Integer, Double> sparseRow(int[] sequence) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (int index : sequence) {
      if (index < width) {
        counts.merge(index, 1, Integer::sum);
      }
    }
    Map<Integer, Double> row = new TreeMap<>();
    counts.forEach((index, count) -> row.put(index, value(index, count, sequence.length)));
    return row;
  }

  private double value(int index, int count, int tokens) {
    return switch (mode) {
      case BINARY -> 1;
      case COUNT -> count;
      case FREQ -> (double) count / tokens;
      case TFIDF -> {
        int documents = indexDocs.getOrDefault(index, 0);
        yield (1 + Math.log(count))
            * Math.log(1 + (double) tokenizer.documentCount() / (1 + documents));
      }
    };
  }
}
