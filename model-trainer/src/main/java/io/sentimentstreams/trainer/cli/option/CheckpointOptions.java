package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.trainer.pipeline.CheckpointSettings;
import io.sentimentstreams.trainer.train.Checkpoints.Start;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

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

  /** Returns whether an existing bundle belongs to the resumed training. */
  public boolean isResume() {
    return resume;
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
