package io.sentimentstreams.trainer.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import io.sentimentstreams.trainer.pipeline.TrainingPlan;

/** Where a new bundle goes, and what it is called. */
public final class BundleOutputOptions {

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder for bundle.zip and README.md, such as models/my-model.")
  private Path folder;

  @Option(names = "--overwrite", description = "Replace a bundle that is there already.")
  private boolean overwrite;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The model's name (default: the folder's).")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--model-version",
      defaultValue = "1",
      paramLabel = "VERSION",
      description = "The model's version (default: ${DEFAULT-VALUE}).")
  private String modelVersion = "1";

  /** The folder for the bundle and its model card. */
  public Path folder() {
    return folder;
  }

  /** Whether a bundle is there that nobody asked to replace. */
  public boolean isTaken() {
    return Files.exists(folder.resolve(TrainingPlan.BUNDLE)) && !overwrite;
  }

  /** The model's name. */
  public String name() {
    return name.orElseGet(() -> folder.toAbsolutePath().normalize().getFileName().toString());
  }

  /** The model's version. */
  public String modelVersion() {
    return modelVersion;
  }
}
