package io.sentimentstreams.trainer.cli.vectorize;

import io.sentimentstreams.trainer.data.DataSource;
import io.sentimentstreams.trainer.data.LabelledText;
import io.sentimentstreams.trainer.data.Split;
import io.sentimentstreams.trainer.vectorize.JsonLines;
import io.sentimentstreams.trainer.vectorize.Lines;
import io.sentimentstreams.trainer.vectorize.Source;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import io.sentimentstreams.trainer.cli.option.DataOptions;

/** Where texts or sequences are read. */
final class VectorizeInput {

  /** What stands on a line. */
  enum Form {
    /** A text as it is. */
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
      description = "Files of lines; without any, and as -, the standard input.")
  private List<Path> files = List.of();

  @Option(
      names = "--input",
      defaultValue = "text",
      paramLabel = "FORM",
      description =
          "What a line is: text; json, a string or {\"text\": ...}; sequences, an array of numbers"
              + " (default: ${DEFAULT-VALUE}).")
  private Form form = Form.TEXT;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description =
          "Read the reviews of a data set instead: the aclImdb folder, its archive, or a .csv file."
              + " Unlike lines these are held in memory.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--split",
      defaultValue = "train",
      paramLabel = "PART",
      description = "Which part of --data: train or test (default: ${DEFAULT-VALUE}).")
  private Split split = Split.TRAIN;

  @Mixin private final DataOptions rows = new DataOptions();

  /** Whether lines are sequences. */
  boolean isSequences() {
    return form == Form.SEQUENCES;
  }

  /** Whether it can be read more than once. */
  boolean isRepeatable() {
    return data.isPresent() || !(files.isEmpty() || files.contains(Lines.STANDARD_INPUT));
  }

  /** Refuses what contradicts itself. */
  void check() {
    if (data.isPresent() && (!files.isEmpty() || form != Form.TEXT)) {
      throw new IllegalArgumentException("--data takes neither FILE nor --input; leave one out");
    }
  }

  /** The texts that are turned into rows. */
  Source<String> texts(InputStream in) {
    if (data.isPresent()) {
      DataSource source = DataSource.of(data.get(), rows.settings());
      return consumer ->
          source.read(split).texts().stream().map(LabelledText::text).forEach(consumer);
    }
    return texts(files.isEmpty() ? List.of(Lines.STANDARD_INPUT) : files, in);
  }

  /** Texts of other files, in the same form. */
  Source<String> texts(List<Path> paths, InputStream in) {
    return new Lines(paths, in).map(form == Form.JSON ? JsonLines::text : Lines.Line::text);
  }

  /** The sequences that are turned into rows. */
  Source<double[]> sequences(InputStream in) {
    return new Lines(files.isEmpty() ? List.of(Lines.STANDARD_INPUT) : files, in)
        .map(JsonLines::sequence);
  }
}
