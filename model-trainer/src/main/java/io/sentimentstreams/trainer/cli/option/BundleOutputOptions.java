package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.trainer.packaging.BundleFolder;
import io.sentimentstreams.trainer.packaging.ModelId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Destination, name and version of a new bundle. */
public final class BundleOutputOptions {

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Output folder for bundle.zip and README.md, such as models/my-model.")
  private Path folder;

  @Option(names = "--overwrite", description = "Replace an existing bundle.")
  private boolean overwrite;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the model (default: the name of the output folder).")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--model-version",
      defaultValue = "1",
      paramLabel = "VERSION",
      description = "Version of the model (default: ${DEFAULT-VALUE}).")
  private String modelVersion = "1";

  /** Returns the output folder. */
  public BundleFolder folder() {
    return new BundleFolder(folder);
  }

  /** Returns whether there is a bundle that must not be replaced. */
  public boolean isTaken() {
    return Files.exists(folder().bundle()) && !overwrite;
  }

  /** Returns name and version of the model. */
  public ModelId id() {
    String folderName = folder.toAbsolutePath().normalize().getFileName().toString();
    return new ModelId(name.orElse(folderName), modelVersion);
  }
}
