package io.sentimentstreams.model.text;

/**
 * How texts of any length become what a network reads, beside the tokenizer's own settings.
 *
 * @param maxLength the most timesteps, at least 1
 * @param padding at which end a network that counts zeros is given them up to {@code maxLength}
 * @param truncating at which end a longer sequence is cut
 * @param analyzer what is done to a text before it is split into tokens
 */
public record SequenceSettings(int maxLength, Side padding, Side truncating, Analyzer analyzer) {

  /** The longest sequence that can be asked for. */
  public static final int MAX_LENGTH = 1_000_000;

  public SequenceSettings {
    if (maxLength < 1 || maxLength > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "maxLength must be 1 to " + MAX_LENGTH + ", was " + maxLength);
    }
  }

  /** Settings for texts that the tokenizer is given as they are. */
  public SequenceSettings(int maxLength, Side padding, Side truncating) {
    this(maxLength, padding, truncating, Analyzer.KERAS);
  }

  /** The same with another analyzer. */
  public SequenceSettings withAnalyzer(Analyzer other) {
    return new SequenceSettings(maxLength, padding, truncating, other);
  }
}
