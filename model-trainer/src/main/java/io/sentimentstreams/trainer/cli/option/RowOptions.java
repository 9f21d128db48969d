package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.trainer.data.BadLineLimit;
import io.sentimentstreams.trainer.data.label.LabelMap;
import io.sentimentstreams.trainer.data.label.LabelSettings;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How files of rows are read. */
public final class RowOptions {

  @Option(
      names = "--text-column",
      paramLabel = "NAME",
      description =
          "Column (.csv, .tsv) or field (.jsonl) that contains the text (default: text, otherwise"
              + " review).")
  private Optional<String> textColumn = Optional.empty();

  @Option(
      names = "--label-column",
      paramLabel = "NAME",
      description =
          "Column or field that contains the label (default: label, otherwise sentiment).")
  private Optional<String> labelColumn = Optional.empty();

  @SuppressWarnings("NullAway.Init") // Has a default, so picocli sets it.
  @Option(
      names = "--bad-lines-max",
      defaultValue = "1%",
      paramLabel = "N|N%",
      converter = LimitConverter.class,
      description =
          "Maximum number or share of lines that are skipped because they contain no valid review."
              + " A file with more is rejected (default: ${DEFAULT-VALUE}).")
  private BadLineLimit badLines;

  @Option(
      names = "--label-map",
      paramLabel = "MAP",
      converter = MapConverter.class,
      description =
          "Values of the label column and the labels that they mean, such as"
              + " 'negative=1,2;positive=4,5'. VALUE= leaves the rows of a value out.")
  private Optional<LabelMap> labelMap = Optional.empty();

  /** Returns the settings for files whose labels are not known. */
  public ReadSettings settings() {
    return new ReadSettings(
        textColumn, labelColumn, LabelSettings.inferred().withMap(labelMap), badLines);
  }

  /** Converter of {@code neg=0,1;pos=3,4}. */
  static final class MapConverter implements ITypeConverter<LabelMap> {

    @Override
    public LabelMap convert(String value) {
      try {
        return LabelMap.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** Converter of {@code 5} or {@code 0.1%}. */
  static final class LimitConverter implements ITypeConverter<BadLineLimit> {

    @Override
    public BadLineLimit convert(String value) {
      try {
        return BadLineLimit.of(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
