package io.sentimentstreams.model.text;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sentimentstreams.model.text.normalize.Normalizer;
import io.sentimentstreams.model.text.normalize.TracedText;
import java.util.Optional;

/**
 * Preprocessing of texts for a network, in addition to the tokenizer's own settings.
 *
 * @param maxLength maximum number of timesteps, at least 1
 * @param padding side on which a network that does not mask zeros receives zeros, up to {@code
 *     maxLength}
 * @param truncating side on which longer sequences are truncated
 * @param analyzer preprocessing before the text is split into tokens
 * @param offsets start index and offset of the tokenizer's indices; empty for none
 * @param normalizer preprocessing before the analyzer; a manifest without it means none
 */
public record SequenceSettings(
    int maxLength,
    Side padding,
    Side truncating,
    Analyzer analyzer,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<IndexOffsets> offsets,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Normalizer normalizer) {

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
    this(maxLength, padding, truncating, Analyzer.KERAS, Optional.empty(), Normalizer.NONE);
  }

  /** Returns these settings with another analyzer. */
  public SequenceSettings withAnalyzer(Analyzer other) {
    return new SequenceSettings(maxLength, padding, truncating, other, offsets, normalizer);
  }

  /** Returns these settings with a start index and an offset. */
  public SequenceSettings withOffsets(IndexOffsets other) {
    return new SequenceSettings(
        maxLength, padding, truncating, analyzer, Optional.of(other), normalizer);
  }

  /** Returns these settings with another normalizer. */
  public SequenceSettings withNormalizer(Normalizer other) {
    return new SequenceSettings(maxLength, padding, truncating, analyzer, offsets, other);
  }

  /** Returns the text that the tokenizer receives: normalized, then analyzed. */
  public String prepared(String text) {
    return analyzer.analyze(normalizer.normalize(text));
  }

  /** Like {@link #prepared}, with the ranges of the original. */
  TracedText traced(String text) {
    return analyzer.trace(normalizer.trace(text));
  }
}
