package io.sentimentstreams.trainer.cli.option;

import io.sentimentstreams.trainer.train.Checkpoints.Start;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import io.sentimentstreams.trainer.pipeline.CheckpointSettings;

/** How a training that is cut off can go on. */
public final class CheckpointOptions {

  @Option(
      names = "--checkpoints",
      paramLabel = "DIR",
      description =
          "Keep the state after each epoch in DIR, also when the training is over (default: beside"
              + " the bundle, until the training is over).")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--resume",
      description =
          "Go on after the last epoch of a training that was cut off, to the same result; settings"
              + " and data must be the same.")
  private boolean resume;

  /** Whether a bundle that is there already is of the training that goes on. */
  public boolean resumes() {
    return resume;
  }

  /**
   * The plan.
   *
   * @param out the bundle's folder
   */
  public CheckpointSettings plan(Path out) {
    return new CheckpointSettings(
        folder.orElse(out), resume ? Start.RESUMED : Start.AFRESH, folder.isPresent());
  }
}
