package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.BadLineLimit;
import io.sentimentstreams.trainer.data.Labels;
import java.util.List;
import java.util.Optional;

/**
 * Settings for reading table files. They do not apply to folders and archives.
 *
 * @param textColumn column or field with the text; empty for "text" or "review"
 * @param labelColumn column or field with the label; empty for "label" or "sentiment"
 * @param labels known labels; empty to infer them from the data
 * @param badLines limit on skipped lines
 */
public record ReadSettings(
    Optional<String> textColumn,
    Optional<String> labelColumn,
    Optional<Labels> labels,
    BadLineLimit badLines) {

  /** Returns the default settings. */
  public static ReadSettings standard() {
    return new ReadSettings(
        Optional.empty(), Optional.empty(), Optional.empty(), BadLineLimit.STANDARD);
  }

  /** Returns these settings with known labels. */
  public ReadSettings withLabels(Labels known) {
    return new ReadSettings(textColumn, labelColumn, Optional.of(known), badLines);
  }

  /** Returns the accepted names of the text column in order of preference. */
  List<String> textNames() {
    return textColumn.map(List::of).orElse(List.of("text", "review"));
  }

  /** Returns the accepted names of the label column in order of preference. */
  List<String> labelNames() {
    return labelColumn.map(List::of).orElse(List.of("label", "sentiment"));
  }
}
