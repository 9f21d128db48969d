package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.trainer.data.table.ReadSettings;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The data set that a command needs, and how it is read. */
public final class DataOptions {

  /** Description of the data sets that can be read. */
  static final String FORMATS =
      "The aclImdb folder, its archive (.tar), or a file of rows with text and label (.csv, .tsv,"
          + " .json, .jsonl). A folder can have such a file for each split. Files can be compressed"
          + " (.gz, .bz2, .xz, .zst).";

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--data",
      required = true,
      paramLabel = "PATH",
      description = "Labelled reviews. " + FORMATS)
  private Path path;

  @Mixin private final RowOptions rows = new RowOptions();

  /** Returns the path of the data set. */
  public Path path() {
    return path;
  }

  /** Returns the settings for files whose labels are not known. */
  public ReadSettings settings() {
    return rows.settings();
  }
}
