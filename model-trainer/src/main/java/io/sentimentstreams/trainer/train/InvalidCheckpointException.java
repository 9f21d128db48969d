package io.sentimentstreams.trainer.train;

import java.nio.file.Path;

/** A training cannot resume from a checkpoint. */
public final class InvalidCheckpointException extends RuntimeException {

  private static final long serialVersionUID = 1;

  InvalidCheckpointException(Path path, String problem, String remedy) {
    super("Checkpoint %s rejected: %s. %s.".formatted(path, problem, remedy));
  }

  InvalidCheckpointException(Path path, String problem, String remedy, Throwable cause) {
    super("Checkpoint %s rejected: %s. %s.".formatted(path, problem, remedy), cause);
  }
}
