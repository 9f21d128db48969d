package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.trainer.data.BadLineLimit;
import io.sentimentstreams.trainer.data.label.LabelMap;
import io.sentimentstreams.trainer.data.label.LabelSettings;
import io.sentimentstreams.trainer.data.table.FileLayout;
import io.sentimentstreams.trainer.data.table.ReadSettings;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How files of rows are read. */
public final class RowOptions {

  @Option(
      names = "--text-column",
      paramLabel = "NAME",
      description =
          "Column (.csv, .tsv) or field (.json) that contains the text (default: text, otherwise"
              + " review or another usual name).")
  private Optional<String> textColumn = Optional.empty();

  @Option(
      names = "--label-column",
      paramLabel = "NAME",
      description =
          "Column or field that contains the label (default: label, otherwise sentiment or another"
              + " usual name).")
  private Optional<String> labelColumn = Optional.empty();

  @Option(
      names = "--id-column",
      paramLabel = "NAME|none",
      description =
          "Column or field that identifies a review; none numbers the reviews (default: id, if its"
              + " values differ).")
  private Optional<String> idColumn = Optional.empty();

  @Option(
      names = "--split-column",
      paramLabel = "NAME|none",
      description =
          "Column or field with train, validation or test; with none, each review belongs to every"
              + " split (default: split, if it has values).")
  private Optional<String> splitColumn = Optional.empty();

  @Option(
      names = "--delimiter",
      paramLabel = "CHAR",
      converter = DelimiterConverter.class,
      description =
          "Delimiter of columns, such as semicolon, tab or '|', with optional quotes around fields"
              + " (default: comma in .csv, and tab without quotes in .tsv).")
  private Optional<Character> delimiter = Optional.empty();

  @Option(
      names = "--no-header",
      description =
          "The first row contains data. Select columns by number from 1: --text-column 6"
              + " --label-column 1.")
  private boolean noHeader;

  @Mixin private final CharsetOption charset = new CharsetOption();

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
        textColumn, labelColumn, LabelSettings.inferred().withMap(labelMap), badLines, layout());
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

  private FileLayout layout() {
    FileLayout standard = FileLayout.STANDARD;
    return new FileLayout(charset.encoding(), delimiter, !noHeader, standard.id(), standard.split())
        .withColumns(idColumn, splitColumn);
  }

  /** Converter of one character, or of the name of one. */
  static final class DelimiterConverter implements ITypeConverter<Character> {

    @Override
    public Character convert(String value) {
      return switch (value) {
        case "tab", "\\t" -> '\t';
        case "comma" -> ',';
        case "semicolon" -> ';';
        case "pipe" -> '|';
        default -> single(value);
      };
    }

    private static char single(String value) {
      if (value.length() != 1 || "\"\r\n".contains(value)) {
        throw new TypeConversionException(
            "Invalid delimiter: '%s'. Use one character, or tab.".formatted(value));
      }
      return value.charAt(0);
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
