package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.trainer.data.table.ReadSettings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The data set that a command can read, and how it is read. */
public final class OptionalDataOptions {

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description = "Labelled reviews. " + DataOptions.FORMATS)
  private Optional<Path> path = Optional.empty();

  @Mixin private final RowOptions rows = new RowOptions();

  /** Returns the path of the data set; empty if none was given. */
  public Optional<Path> path() {
    return path;
  }

  /** Returns the settings for files whose labels are not known. */
  public ReadSettings settings() {
    return rows.settings();
  }
}
