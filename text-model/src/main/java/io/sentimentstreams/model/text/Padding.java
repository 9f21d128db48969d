package io.sentimentstreams.model.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Padding and truncation of sequences to one length, as in Keras' {@code pad_sequences}. The Java
 * type replaces Keras' {@code dtype}: {@code int[]} for {@code int32} (indices, the default),
 * {@code long[]} for {@code int64}, {@code float[]} for {@code float32}, {@code double[]} for
 * {@code float64}.
 *
 * @param maxLength length, at least 1; empty for that of the longest sequence
 * @param padding side on which shorter sequences are padded
 * @param truncating side on which longer sequences are truncated
 * @param value padding value
 */
public record Padding(Optional<Integer> maxLength, Side padding, Side truncating, double value) {

  public Padding {
    if (maxLength.isPresent() && maxLength.get() < 1) {
      throw new IllegalArgumentException("padding length must be positive, was " + maxLength.get());
    }
  }

  /** Returns the defaults of {@code pad_sequences(sequences)}: zeros before, truncated before. */
  public static Padding keras() {
    return new Padding(Optional.empty(), Side.PRE, Side.PRE, 0);
  }

  /**
   * Returns the sequences, padded and truncated.
   *
   * @param sequences any number, of any length
   * @return sequences x length
   * @throws IllegalArgumentException if {@code value} is not an {@code int}; numpy would truncate
   *     it
   */
  public int[][] pad(List<int[]> sequences) {
    int length = length(sequences.stream().mapToInt(sequence -> sequence.length).max().orElse(0));
    return sequences.stream().map(sequence -> pad(sequence, length)).toArray(int[][]::new);
  }

  /** Like {@link #pad(List)}, for {@code int64}. */
  public long[][] padLongs(List<long[]> sequences) {
    int length = length(sequences.stream().mapToInt(sequence -> sequence.length).max().orElse(0));
    return sequences.stream().map(sequence -> pad(sequence, length)).toArray(long[][]::new);
  }

  /** Like {@link #pad(List)}, for {@code float32}. */
  public float[][] padFloats(List<float[]> sequences) {
    int length = length(sequences.stream().mapToInt(sequence -> sequence.length).max().orElse(0));
    return sequences.stream().map(sequence -> pad(sequence, length)).toArray(float[][]::new);
  }

  /**
   * Returns one {@code float64} sequence, padded and truncated, for callers that read sequences one
   * by one.
   *
   * @param length length of the result, whatever {@code maxLength} says
   */
  public double[] pad(double[] sequence, int length) {
    double[] row = new double[length];
    Arrays.fill(row, value);
    place(sequence, sequence.length, row, length);
    return row;
  }

  private int[] pad(int[] sequence, int length) {
    int[] row = new int[length];
    Arrays.fill(row, Math.toIntExact(integerValue()));
    place(sequence, sequence.length, row, length);
    return row;
  }

  private long[] pad(long[] sequence, int length) {
    long[] row = new long[length];
    Arrays.fill(row, integerValue());
    place(sequence, sequence.length, row, length);
    return row;
  }

  private float[] pad(float[] sequence, int length) {
    float[] row = new float[length];
    Arrays.fill(row, (float) value);
    place(sequence, sequence.length, row, length);
    return row;
  }

  private int length(int longest) {
    return maxLength.orElse(longest);
  }

  private long integerValue() {
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "Padding value is not an integer: %s. Pad floats, or use an integer.".formatted(value));
    }
    return (long) value;
  }

  private void place(Object sequence, int size, Object row, int length) {
    int kept = Math.min(length, size);
    int from = truncating == Side.PRE ? size - kept : 0;
    int to = padding == Side.PRE ? length - kept : 0;
    System.arraycopy(sequence, from, row, to, kept);
  }
}
