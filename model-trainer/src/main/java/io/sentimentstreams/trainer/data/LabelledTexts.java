package io.sentimentstreams.trainer.data;

import java.util.List;

/**
 * One part of a data set.
 *
 * @param labels what its texts can be called
 * @param texts at least one, sorted by id
 * @param badLines what was left out
 */
public record LabelledTexts(Labels labels, List<LabelledText> texts, BadLines badLines) {

  public LabelledTexts {
    texts = List.copyOf(texts);
  }

  /** Opinions, nothing left out. */
  public static LabelledTexts ofSentiment(List<LabelledText> texts) {
    return new LabelledTexts(Labels.SENTIMENT, texts, BadLines.none());
  }
}
