package io.sentimentstreams.model.text;

import java.util.Map;
import java.util.TreeMap;

/**
 * Encoder of texts into rows as wide as the vocabulary, as in Keras' {@code texts_to_matrix}.
 * Immutable and thread-safe.
 */
public final class TextMatrix {

  private final Tokenizer tokenizer;
  private final MatrixMode mode;
  private final int width;
  private final Map<Integer, Integer> indexDocs;

  /**
   * Creates a matrix of a tokenizer's tokens. Its width is {@code numWords}, or the number of
   * tokens plus index 0.
   *
   * @throws IllegalArgumentException if the tokenizer has neither {@code numWords} nor a token
   */
  public TextMatrix(Tokenizer tokenizer, MatrixMode mode) {
    if (tokenizer.settings().numWords().isEmpty() && tokenizer.vocabularySize() == 0) {
      throw new IllegalArgumentException(
          "Width of the matrix is unknown: the tokenizer has no tokens. Set numWords or "
              + "fit the tokenizer.");
    }
    this.tokenizer = tokenizer;
    this.mode = mode;
    width = tokenizer.settings().numWords().orElse(tokenizer.vocabularySize() + 1);
    indexDocs = tokenizer.indexDocs();
  }

  /** Returns the length of a row. */
  public int width() {
    return width;
  }

  /** Returns the row of a text, {@link #width()} elements. */
  public double[] row(String text) {
    double[] row = new double[width];
    sparseRow(text).forEach((index, value) -> row[index] = value);
    return row;
  }

  /** Returns the nonzero elements of a text's row, by index. */
  public Map<Integer, Double> sparseRow(String text) {
    return sparseRow(tokenizer.sequence(text));
  }

  /**
   * Like {@link #sparseRow(String)}, for a text that is already a sequence of indices (Keras'
   * {@code sequences_to_matrix}). Indices from {@link #width()} on are ignored.
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
