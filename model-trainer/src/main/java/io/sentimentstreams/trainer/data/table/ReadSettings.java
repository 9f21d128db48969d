package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.BadLineLimit;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.PrintableText;
import io.sentimentstreams.trainer.data.label.LabelSettings;
import java.util.Optional;

/**
 * Settings for reading data sets. For folders and archives of reviews, only the encoding applies.
 *
 * @param textColumn column or field with the text; empty for "text", "review" and other known names
 * @param labelColumn column or field with the label; empty for "label", "sentiment" and other known
 *     names
 * @param labels how labels are read
 * @param badLines limit on skipped lines
 * @param layout encoding, delimiter, header and optional columns
 */
public record ReadSettings(
    Optional<String> textColumn,
    Optional<String> labelColumn,
    LabelSettings labels,
    BadLineLimit badLines,
    FileLayout layout) {

  public ReadSettings {
    if (textColumn.isPresent()
        && labelColumn.isPresent()
        && Columns.lowerCase(textColumn.get()).equals(Columns.lowerCase(labelColumn.get()))) {
      throw new IllegalArgumentException(
          "--text-column and --label-column are the same: %s. Use two columns."
              .formatted(PrintableText.of(textColumn.get())));
    }
  }

  /** Creates settings with the default layout. */
  public ReadSettings(
      Optional<String> textColumn,
      Optional<String> labelColumn,
      LabelSettings labels,
      BadLineLimit badLines) {
    this(textColumn, labelColumn, labels, badLines, FileLayout.STANDARD);
  }

  /** Returns the default settings. */
  public static ReadSettings standard() {
    return new ReadSettings(
        Optional.empty(), Optional.empty(), LabelSettings.inferred(), BadLineLimit.STANDARD);
  }

  /** Returns these settings with known labels. */
  public ReadSettings withLabels(Labels known) {
    return withLabels(labels.withKnown(known));
  }

  /** Returns these settings with another reading of labels. */
  public ReadSettings withLabels(LabelSettings other) {
    return new ReadSettings(textColumn, labelColumn, other, badLines, layout);
  }

  /**
   * Returns these settings for a use of the texts alone: labels count only if a mapping leaves rows
   * out.
   */
  public ReadSettings withoutLabels() {
    return labels.map().isPresent()
        ? this
        : withLabels(labels.withMode(LabelSettings.Mode.IGNORED));
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
    return ColumnNames.ofText(textColumn).without(labelColumn);
  }

  /** Returns the accepted names of the label column in order of preference. */
  ColumnNames labelNames() {
    return ColumnNames.ofLabel(labelColumn).without(textColumn);
  }
}
