package io.sentimentstreams.trainer.data;

import java.util.List;

/**
 * One split of a data set.
 *
 * @param labels labels of the data set
 * @param texts at least one, sorted by id
 * @param badLines lines that were skipped
 */
public record LabelledTexts(Labels labels, List<LabelledText> texts, BadLines badLines) {

  public LabelledTexts {
    texts = List.copyOf(texts);
  }

  /** Returns texts with sentiment labels and no bad lines. */
  public static LabelledTexts ofSentiment(List<LabelledText> texts) {
    return new LabelledTexts(Labels.SENTIMENT, texts, BadLines.none());
  }
}
