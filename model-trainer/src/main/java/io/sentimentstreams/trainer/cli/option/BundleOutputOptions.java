package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.model.file.OutputCheck;
import io.sentimentstreams.trainer.packaging.BundleFolder;
import io.sentimentstreams.trainer.packaging.ModelId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Destination, name and version of a new bundle. */
public final class BundleOutputOptions {

  @SuppressWarnings("NullAway.Init") // Required, so picocli sets it.
  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Output folder for bundle.zip and README.md, such as models/my-model.")
  private Path folder;

  @Mixin private final OverwriteOption overwrite = new OverwriteOption();

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

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Returns the output folder. */
  public BundleFolder folder() {
    return new BundleFolder(folder);
  }

  /** Returns whether existing files are replaced. */
  public boolean isOverwrite() {
    return overwrite.isSet();
  }

  /** Returns whether there is a bundle that must not be replaced. */
  private boolean isTaken() {
    return Files.exists(folder().bundle()) && !overwrite.isSet();
  }

  /**
   * Checks the folder before any work.
   *
   * @param more names of further files that the command writes into the folder
   * @param ways further ways out, such as {@code --resume}, each with a comma
   * @throws ParameterException if the folder has files that must not be replaced, or if its name
   *     cannot be the model's name
   * @throws java.io.UncheckedIOException if the folder cannot be written
   */
  public void check(List<String> more, String ways) {
    if (isTaken()) {
      throw taken("a bundle", ways);
    }
    List<String> files = new ArrayList<>(List.of(BundleFolder.MODEL_CARD));
    files.addAll(more);
    for (String file : files) {
      if (Files.exists(folder.resolve(file)) && !overwrite.isSet()) {
        throw taken(file, ways);
      }
    }
    checkWritable();
  }

  /**
   * Checks that the folder can be written, whatever it contains.
   *
   * @throws ParameterException if its name cannot be the model's name
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public void checkWritable() {
    ModelId id = id();
    if (name.isEmpty() && !ModelId.isValid(id.name())) {
      throw new ParameterException(
          spec.commandLine(),
          "the folder name '%s' cannot be the name of a model. Add --name with 1 to 64 letters, digits, '_', '.' or '-'"
              .formatted(id.name()));
    }
    OutputCheck.folder(folder, folder().bundle().getFileName().toString());
  }

  private ParameterException taken(String content, String ways) {
    return new ParameterException(
        spec.commandLine(),
        "%s already contains %s. Use --overwrite,%s or another --out."
            .formatted(folder, content, ways)
            .replace(", or", " or"));
  }

  /** Returns name and version of the model. */
  public ModelId id() {
    Path last = folder.toAbsolutePath().normalize().getFileName();
    return new ModelId(name.orElse(last == null ? "" : last.toString()), modelVersion);
  }
}
