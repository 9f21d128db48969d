package io.sentimentstreams.model.text;

import java.util.Arrays;
import java.util.function.Function;

/**
 * One-hot encoder of texts, as in chapter 6.1 of Deep Learning with Python for words, characters
 * and hashed words. Each timestep is a row with a single 1; several texts give samples x {@link
 * #timesteps()} x {@link #width()}. Tokens after the last timestep are truncated. Missing timesteps
 * at the end and unknown tokens give rows of zeros. Column 0 is never used.
 *
 * <p>Immutable and thread-safe.
 */
public final class OneHot {

  private final Function<String, int[]> indices;
  private final int timesteps;
  private final int width;

  private OneHot(Function<String, int[]> indices, int timesteps, int width) {
    if (timesteps < 1) {
      throw new IllegalArgumentException("timesteps must be at least 1, were " + timesteps);
    }
    this.indices = indices;
    this.timesteps = timesteps;
    this.width = width;
  }

  /**
   * Creates an encoder whose columns are a fitted tokenizer's indices, of words or of characters.
   */
  public static OneHot of(Tokenizer tokenizer, int timesteps) {
    return new OneHot(tokenizer::aligned, timesteps, tokenizer.indexBound());
  }

  /** Creates an encoder whose columns are a table's indices: one timestep per character. */
  public static OneHot of(CharacterTable table, int timesteps) {
    return new OneHot(table::indices, timesteps, table.size() + 1);
  }

  /** Creates an encoder whose columns are hashes of tokens, without a vocabulary. */
  public static OneHot of(HashingTrick hashing, int timesteps) {
    return new OneHot(hashing::sequence, timesteps, hashing.space());
  }

  /** Returns the number of rows per text. */
  public int timesteps() {
    return timesteps;
  }

  /** Returns the length of a row. */
  public int width() {
    return width;
  }

  /**
   * Returns the column of the 1 in each row.
   *
   * @return one column per timestep of the text, at most {@link #timesteps()}; 0 where the row is
   *     all zeros
   */
  public int[] columns(String text) {
    int[] all = indices.apply(text);
    return all.length > timesteps ? Arrays.copyOf(all, timesteps) : all;
  }

  /**
   * Returns all rows of a text.
   *
   * @return {@link #timesteps()} x {@link #width()}, row-major
   * @throws ArithmeticException if the product exceeds the size of an array
   */
  public float[] dense(String text) {
    float[] rows = new float[Math.multiplyExact(timesteps, width)];
    int[] columns = columns(text);
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] != 0) {
        rows[i * width + columns[i]] = 1;
      }
    }
    return rows;
  }
}
