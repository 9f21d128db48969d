package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.BadLineLimit;
import io.sentimentstreams.trainer.data.Labels;
import java.util.List;
import java.util.Optional;

/**
 * How files of rows are read. Folders and archives of reviews need none of it.
 *
 * @param textColumn the column or field with the text; empty for "text", else "review"
 * @param labelColumn the column or field with the label; empty for "label", else "sentiment"
 * @param labels what labels there are; empty for those that the data has
 * @param badLines how many lines may be left out
 */
public record ReadSettings(
    Optional<String> textColumn,
    Optional<String> labelColumn,
    Optional<Labels> labels,
    BadLineLimit badLines) {

  /** What holds if nothing is said. */
  public static ReadSettings standard() {
    return new ReadSettings(
        Optional.empty(), Optional.empty(), Optional.empty(), BadLineLimit.STANDARD);
  }

  /** The same for data whose labels are known. */
  public ReadSettings withLabels(Labels known) {
    return new ReadSettings(textColumn, labelColumn, Optional.of(known), badLines);
  }

  /** The names that the text's column can have, the best one first. */
  List<String> textNames() {
    return textColumn.map(List::of).orElse(List.of("text", "review"));
  }

  /** The names that the label's column can have, the best one first. */
  List<String> labelNames() {
    return labelColumn.map(List::of).orElse(List.of("label", "sentiment"));
  }
}
