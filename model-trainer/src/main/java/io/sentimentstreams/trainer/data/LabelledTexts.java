package io.sentimentstreams.trainer.data;

import java.util.List;

/**
 * One split of a data set.
 *
 * @param labels labels of the data set
 * @param texts at least one, sorted by id
 * @param badLines lines that were skipped, and notes about lines that were left out
 * @param hasStoredValidation whether this is the train split of a data set that also contains a
 *     validation split
 */
public record LabelledTexts(
    Labels labels, List<LabelledText> texts, BadLines badLines, boolean hasStoredValidation) {

  public LabelledTexts {
    texts = List.copyOf(texts);
  }

  /** Returns the texts of a data set without a validation split. */
  public LabelledTexts(Labels labels, List<LabelledText> texts, BadLines badLines) {
    this(labels, texts, badLines, false);
  }

  /** Returns texts with sentiment labels and no bad lines. */
  public static LabelledTexts ofSentiment(List<LabelledText> texts) {
    return new LabelledTexts(Labels.SENTIMENT, texts, BadLines.none());
  }

  /** Returns the warnings for a command that reads this split only. */
  public List<String> warnings() {
    return hasStoredValidation
        ? badLines.withNotes(List.of("left out the reviews of split validation")).warnings()
        : badLines.warnings();
  }
}
