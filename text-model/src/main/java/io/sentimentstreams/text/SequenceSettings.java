package io.sentimentstreams.text;

/**
 * How sequences of any length become what a network reads.
 *
 * @param maxLength the most timesteps, at least 1
 * @param padding at which end a network that counts zeros is given them up to {@code maxLength}
 * @param truncating at which end a longer sequence is cut
 */
public record SequenceSettings(int maxLength, Side padding, Side truncating) {

  /** The longest sequence that can be asked for. */
  public static final int LONGEST = 1_000_000;

  public SequenceSettings {
    if (maxLength < 1 || maxLength > LONGEST) {
      throw new IllegalArgumentException(
          "maxLength must be 1 to " + LONGEST + ", was " + maxLength);
    }
  }
}
