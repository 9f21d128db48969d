package io.sentimentstreams.trainer.keras;

import java.nio.file.Path;

/**
 * A Keras model is invalid or unsupported. The message names the file, the layer, and the remedy.
 */
public final class InvalidKerasModelException extends RuntimeException {

  private static final long serialVersionUID = 1;

  InvalidKerasModelException(Path file, UnsupportedKerasModelException reason) {
    super("%s rejected: %s. %s.".formatted(file, reason.getMessage(), reason.remedy()), reason);
  }

  InvalidKerasModelException(Path file, String problem, String remedy, Throwable cause) {
    super("%s rejected: %s. %s.".formatted(file, problem, remedy), cause);
  }
}
