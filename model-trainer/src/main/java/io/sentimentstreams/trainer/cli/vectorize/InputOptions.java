package io.sentimentstreams.trainer.cli.vectorize;

import io.sentimentstreams.trainer.cli.option.OptionalDataOptions;
import io.sentimentstreams.trainer.cli.option.SplitOption;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.data.source.DataSource;
import io.sentimentstreams.trainer.vectorize.JsonLines;
import io.sentimentstreams.trainer.vectorize.Lines;
import io.sentimentstreams.trainer.vectorize.Source;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The texts or sequences that are vectorized. */
final class InputOptions {

  /** Formats of a line. */
  enum Format {
    /** A text. */
    TEXT,
    /** A JSON string, or an object with a string named text. */
    JSON,
    /** A JSON array of numbers. */
    SEQUENCES;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      paramLabel = "FILE",
      description =
          "Files with one text per line; - is the standard input (default: the standard input).")
  private List<Path> files = List.of();

  @Option(
      names = "--input",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description =
          "Format of a line: text, json (a string or {\"text\": ...}) or sequences (an array of"
              + " numbers) (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TEXT;

  @Mixin private final OptionalDataOptions data = new OptionalDataOptions();
  @Mixin private final SplitOption split = new SplitOption();

  /** Returns whether lines contain sequences. */
  boolean isSequences() {
    return format == Format.SEQUENCES;
  }

  /** Returns whether the input can be read more than once. */
  boolean isRepeatable() {
    return data.path().isPresent() || !(files.isEmpty() || files.contains(Lines.STANDARD_INPUT));
  }

  /**
   * Checks that the options fit each other.
   *
   * @throws IllegalArgumentException if they do not
   */
  void check() {
    if (data.path().isPresent() && (!files.isEmpty() || format != Format.TEXT)) {
      throw new IllegalArgumentException(
          "--data excludes FILE and --input. Remove --data, or the other two.");
    }
    if (split.value() == Split.VALIDATION) {
      throw new IllegalArgumentException("--split must be train or test, was validation");
    }
  }

  /** Returns the texts of the input. */
  Source<String> texts(InputStream in) {
    return data.path()
        .map(this::reviews)
        .orElseGet(() -> texts(files.isEmpty() ? List.of(Lines.STANDARD_INPUT) : files, in));
  }

  private Source<String> reviews(Path path) {
    DataSource source = DataSource.of(path, data.settings().withoutLabels());
    return consumer ->
        source.read(split.value()).texts().stream().map(LabelledText::text).forEach(consumer);
  }

  /** Returns the texts of other files in the same format. */
  Source<String> texts(List<Path> paths, InputStream in) {
    return new Lines(paths, in, data.settings().layout().encoding())
        .map(format == Format.JSON ? JsonLines::text : Lines.Line::text);
  }

  /** Returns the sequences of the input. */
  Source<double[]> sequences(InputStream in) {
    return new Lines(
            files.isEmpty() ? List.of(Lines.STANDARD_INPUT) : files,
            in,
            data.settings().layout().encoding())
        .map(JsonLines::sequence);
  }
}
