package io.sentimentstreams.model.text;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Turns a text into one row a timestep with a single 1 in it, as chapter 6.1 of Deep Learning with
 * Python does for words, characters and hashed words: samples x {@link #timesteps()} x {@link
 * #width()} for several texts. What stands beyond the last timestep is cut off; a shorter text has
 * rows of zeros at its end; so has an unknown token in its own place. Column 0 is never used.
 *
 * <p>Immutable and safe for use by several threads.
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
   * Columns are a fitted tokenizer's indices: of words, or of characters at its character level.
   */
  public static OneHot of(Tokenizer tokenizer, int timesteps) {
    return new OneHot(tokenizer::aligned, timesteps, tokenizer.indexBound());
  }

  /** Columns are a table's indices: one timestep a character. */
  public static OneHot of(CharacterTable table, int timesteps) {
    return new OneHot(table::indices, timesteps, table.size() + 1);
  }

  /** Columns are hashes of tokens; no vocabulary is needed. */
  public static OneHot of(HashingTrick hashing, int timesteps) {
    return new OneHot(hashing::sequence, timesteps, hashing.space());
  }

  /** How many rows a text has. */
  public int timesteps() {
    return timesteps;
  }

  /** How long a row is. */
  public int width() {
    return width;
  }

  /**
   * The columns of the ones.
   *
   * @return a column for each of the text's timesteps, at most {@link #timesteps()}; 0 where the
   *     row is all zeros
   */
  public int[] columns(String text) {
    int[] all = indices.apply(text);
    return all.length > timesteps ? Arrays.copyOf(all, timesteps) : all;
  }

  /**
   * All rows of a text.
   *
   * @return {@link #timesteps()} x {@link #width()}, row-major
   * @throws ArithmeticException if these are more numbers than an array can hold
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
