package io.sentimentstreams.model.text;

/**
 * Preprocessing of texts for a network, in addition to the tokenizer's own settings.
 *
 * @param maxLength maximum number of timesteps, at least 1
 * @param padding side on which a network that does not mask zeros receives zeros, up to {@code
 *     maxLength}
 * @param truncating side on which longer sequences are truncated
 * @param analyzer preprocessing before the text is split into tokens
 */
public record SequenceSettings(int maxLength, Side padding, Side truncating, Analyzer analyzer) {

  /** Maximum of {@code maxLength}. */
  public static final int MAX_LENGTH = 1_000_000;

  public SequenceSettings {
    if (maxLength < 1 || maxLength > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "maxLength must be 1 to " + MAX_LENGTH + ", was " + maxLength);
    }
  }

  /** Creates settings without preprocessing. */
  public SequenceSettings(int maxLength, Side padding, Side truncating) {
    this(maxLength, padding, truncating, Analyzer.KERAS);
  }

  /** Returns these settings with another analyzer. */
  public SequenceSettings withAnalyzer(Analyzer other) {
    return new SequenceSettings(maxLength, padding, truncating, other);
  }
}
