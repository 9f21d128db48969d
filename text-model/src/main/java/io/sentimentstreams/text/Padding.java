package io.sentimentstreams.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Brings sequences to one length as Keras' {@code pad_sequences} does.
 *
 * @param maxLength the length, at least 1; empty for that of the longest sequence
 * @param padding at which end shorter sequences are filled up
 * @param truncating at which end longer sequences are cut
 * @param value what is filled in
 */
public record Padding(Optional<Integer> maxLength, Side padding, Side truncating, int value) {

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
   */
  public int[][] pad(List<int[]> sequences) {
    int longest = sequences.stream().mapToInt(sequence -> sequence.length).max().orElse(0);
    int length = maxLength.orElse(longest);
    int[][] padded = new int[sequences.size()][];
    for (int i = 0; i < padded.length; i++) {
      padded[i] = pad(sequences.get(i), length);
    }
    return padded;
  }

  private int[] pad(int[] sequence, int length) {
    int[] row = new int[length];
    Arrays.fill(row, value);
    int kept = Math.min(length, sequence.length);
    int from = truncating == Side.PRE ? sequence.length - kept : 0;
    int to = padding == Side.PRE ? length - kept : 0;
    System.arraycopy(sequence, from, row, to, kept);
    return row;
  }
}
