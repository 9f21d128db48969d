package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.BadLineLimit;
import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.PrintableText;
import io.sentimentstreams.trainer.data.label.LabelSettings;
import java.util.List;
import java.util.Optional;

/**
 * Settings for reading table files. They do not apply to folders and archives.
 *
 * @param textColumn column or field with the text; empty for "text" or "review"
 * @param labelColumn column or field with the label; empty for "label" or "sentiment"
 * @param labels how labels are read
 * @param badLines limit on skipped lines
 */
public record ReadSettings(
    Optional<String> textColumn,
    Optional<String> labelColumn,
    LabelSettings labels,
    BadLineLimit badLines) {

  private static final List<String> TEXT_NAMES = List.of("text", "review");
  private static final List<String> LABEL_NAMES = List.of("label", "sentiment");

  public ReadSettings {
    if (textColumn.isPresent()
        && labelColumn.isPresent()
        && Columns.lowerCase(textColumn.get()).equals(Columns.lowerCase(labelColumn.get()))) {
      throw new IllegalArgumentException(
          "--text-column and --label-column are the same: %s. Use two columns."
              .formatted(PrintableText.of(textColumn.get())));
    }
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
    return new ReadSettings(textColumn, labelColumn, other, badLines);
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

  /** Returns the accepted names of the text column in order of preference. */
  List<String> textNames() {
    return textColumn.map(List::of).orElse(without(labelColumn, TEXT_NAMES));
  }

  /** Returns the accepted names of the label column in order of preference. */
  List<String> labelNames() {
    return labelColumn.map(List::of).orElse(without(textColumn, LABEL_NAMES));
  }

  /** Returns default names without a column that an option uses for something else. */
  private static List<String> without(Optional<String> used, List<String> names) {
    return names.stream()
        .filter(name -> used.map(Columns::lowerCase).filter(name::equals).isEmpty())
        .toList();
  }
}
