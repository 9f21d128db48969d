package io.sentimentstreams.trainer.cli.option;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The bundle that a command reads. */
public final class BundleOption {

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--bundle",
      required = true,
      paramLabel = "PATH",
      description = "Bundle: a zip file, or the folder that contains bundle.zip.")
  private Path path;

  /** Returns the path of the zip file or of its folder. */
  public Path path() {
    return path;
  }
}
