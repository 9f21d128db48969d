package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.BadLineLimit;
import io.sentimentstreams.trainer.data.Labels;
import java.util.Optional;

/**
 * Settings for reading data sets. For folders and archives of reviews, only the encoding applies.
 *
 * @param textColumn column or field with the text; empty for "text", "review" and other known names
 * @param labelColumn column or field with the label; empty for "label", "sentiment" and other known
 *     names
 * @param labels known labels; empty to infer them from the data
 * @param badLines limit on skipped lines
 * @param layout encoding, delimiter, header and optional columns
 */
public record ReadSettings(
    Optional<String> textColumn,
    Optional<String> labelColumn,
    Optional<Labels> labels,
    BadLineLimit badLines,
    FileLayout layout) {

  /** Creates settings with the default layout. */
  public ReadSettings(
      Optional<String> textColumn,
      Optional<String> labelColumn,
      Optional<Labels> labels,
      BadLineLimit badLines) {
    this(textColumn, labelColumn, labels, badLines, FileLayout.STANDARD);
  }

  /** Returns the default settings. */
  public static ReadSettings standard() {
    return new ReadSettings(
        Optional.empty(), Optional.empty(), Optional.empty(), BadLineLimit.STANDARD);
  }

  /** Returns these settings with known labels. */
  public ReadSettings withLabels(Labels known) {
    return new ReadSettings(textColumn, labelColumn, Optional.of(known), badLines, layout);
  }

  /** Returns these settings with another layout. */
  public ReadSettings withLayout(FileLayout other) {
    return new ReadSettings(textColumn, labelColumn, labels, badLines, other);
  }

  /** Returns these settings for files that contain one split each. */
  public ReadSettings withoutSplit() {
    return withLayout(layout.withoutSplit());
  }

  /** Returns the accepted names of the text column in order of preference. */
  ColumnNames textNames() {
    return ColumnNames.ofText(textColumn);
  }

  /** Returns the accepted names of the label column in order of preference. */
  ColumnNames labelNames() {
    return ColumnNames.ofLabel(labelColumn);
  }
}
