package io.sentimentstreams.model.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Brings sequences of numbers to one length as Keras' {@code pad_sequences} does. Its {@code dtype}
 * is the method: {@code int[]} for {@code int32} (indices, the default), {@code long[]} for {@code
 * int64}, {@code float[]} for {@code float32}, {@code double[]} for {@code float64}.
 *
 * @param maxLength the length, at least 1; empty for that of the longest sequence
 * @param padding at which end shorter sequences are filled up
 * @param truncating at which end longer sequences are cut
 * @param value what is filled in
 */
public record Padding(Optional<Integer> maxLength, Side padding, Side truncating, double value) {

  public Padding {
    if (maxLength.isPresent() && maxLength.get() < 1) {
      throw new IllegalArgumentException("padding length must be positive, was " + maxLength.get());
    }
  }

  /** What {@code pad_sequences(sequences)} does: zeros before, cut before. */
  public static Padding keras() {
    return new Padding(Optional.empty(), Side.PRE, Side.PRE, 0);
  }

  /**
   * Pads and cuts.
   *
   * @param sequences any number, of any length
   * @return sequences x length
   * @throws IllegalArgumentException if {@code value} is no {@code int}; numpy would cut it to one
   */
  public int[][] pad(List<int[]> sequences) {
    int length = length(sequences.stream().mapToInt(sequence -> sequence.length).max().orElse(0));
    return sequences.stream().map(sequence -> pad(sequence, length)).toArray(int[][]::new);
  }

  /** As {@link #pad(List)}, for {@code int64}. */
  public long[][] padLongs(List<long[]> sequences) {
    int length = length(sequences.stream().mapToInt(sequence -> sequence.length).max().orElse(0));
    return sequences.stream().map(sequence -> pad(sequence, length)).toArray(long[][]::new);
  }

  /** As {@link #pad(List)}, for {@code float32}. */
  public float[][] padFloats(List<float[]> sequences) {
    int length = length(sequences.stream().mapToInt(sequence -> sequence.length).max().orElse(0));
    return sequences.stream().map(sequence -> pad(sequence, length)).toArray(float[][]::new);
  }

  /**
   * One sequence of {@code float64}, for those who read sequences one by one.
   *
   * @param length of what is returned, whatever {@code maxLength} is
   */
  public double[] pad(double[] sequence, int length) {
    double[] row = new double[length];
    Arrays.fill(row, value);
    place(sequence, sequence.length, row, length);
    return row;
  }

  private int[] pad(int[] sequence, int length) {
    int[] row = new int[length];
    Arrays.fill(row, Math.toIntExact(whole()));
    place(sequence, sequence.length, row, length);
    return row;
  }

  private long[] pad(long[] sequence, int length) {
    long[] row = new long[length];
    Arrays.fill(row, whole());
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

  private long whole() {
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "padding value %s is no int; pad floats with it, or give a whole number"
              .formatted(value));
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
