package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.trainer.data.BadLineLimit;
import io.sentimentstreams.trainer.data.ReadSettings;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How files of rows are read. */
public final class DataOptions {

  /** What can be read, for the description of the option that names it. */
  public static final String KINDS =
      "The aclImdb folder, its archive (.tar), or a file of rows with text and label (.csv, .tsv,"
          + " .jsonl), each plain or with .gz, .xz or .zst.";

  @Option(
      names = "--text-column",
      paramLabel = "NAME",
      description =
          "The column (.csv, .tsv) or field (.jsonl) with the text (default: text, else review).")
  private Optional<String> textColumn = Optional.empty();

  @Option(
      names = "--label-column",
      paramLabel = "NAME",
      description = "The column or field with the label (default: label, else sentiment).")
  private Optional<String> labelColumn = Optional.empty();

  @SuppressWarnings("NullAway.Init") // Has a default, so picocli sets it.
  @Option(
      names = "--bad-lines-max",
      defaultValue = "1%",
      paramLabel = "N|N%%",
      converter = LimitConverter.class,
      description =
          "Leave out so many lines, or such a share of all, that give no review; with more the file"
              + " is refused (default: ${DEFAULT-VALUE}).")
  private BadLineLimit badLines;

  /** How files are read if their labels are not known. */
  public ReadSettings settings() {
    return new ReadSettings(textColumn, labelColumn, Optional.empty(), badLines);
  }

  /** Reads {@code 5} or {@code 0.1%}. */
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
