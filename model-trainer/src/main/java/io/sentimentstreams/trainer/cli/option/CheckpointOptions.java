package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.model.file.OutputCheck;
import io.sentimentstreams.trainer.pipeline.CheckpointSettings;
import io.sentimentstreams.trainer.train.Checkpoints;
import io.sentimentstreams.trainer.train.Checkpoints.Start;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a training can be resumed. */
public final class CheckpointOptions {

  @Option(
      names = "--checkpoints",
      paramLabel = "DIR",
      description =
          "Folder for the checkpoint that is written after each epoch, and kept after the training"
              + " (default: the output folder, until the training is finished).")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--resume",
      description =
          "Resume an interrupted training after its last epoch, with the same result. Settings and"
              + " data must be the same.")
  private boolean resume;

  @SuppressWarnings("NullAway.Init") // Set by picocli.
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** Returns whether an existing bundle belongs to the resumed training. */
  public boolean isResume() {
    return resume;
  }

  /** Returns whether checkpoints have a folder of their own. */
  public boolean hasFolder() {
    return folder.isPresent();
  }

  /**
   * Checks the folder of the checkpoints before any work.
   *
   * @param overwrite whether an existing checkpoint is replaced
   * @throws ParameterException if there is a checkpoint that must not be replaced
   * @throws java.io.UncheckedIOException if the folder cannot be written
   */
  public void check(boolean overwrite) {
    folder.ifPresent(
        path -> {
          if (Files.exists(path.resolve(Checkpoints.FILE_NAME)) && !resume && !overwrite) {
            throw new ParameterException(
                spec.commandLine(),
                "%s already contains a checkpoint. Use --overwrite, --resume or another --checkpoints."
                    .formatted(path));
          }
          OutputCheck.folder(path, Checkpoints.FILE_NAME);
        });
  }

  /**
   * Returns the settings.
   *
   * @param out output folder of the bundle
   */
  public CheckpointSettings settings(Path out) {
    return new CheckpointSettings(
        folder.orElse(out), resume ? Start.RESUMED : Start.FIRST_EPOCH, folder.isPresent());
  }
}
