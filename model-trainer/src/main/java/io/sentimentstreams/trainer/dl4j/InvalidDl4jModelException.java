package io.sentimentstreams.trainer.dl4j;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A Deeplearning4j file is invalid or unsupported. The message names the file, the layer and the
 * remedy.
 */
public final class InvalidDl4jModelException extends RuntimeException {

  private static final long serialVersionUID = 1;

  InvalidDl4jModelException(
      Path file, @Nullable String problem, String remedy, @Nullable Throwable cause) {
    super("%s rejected: %s. %s.".formatted(file, problem, remedy), cause);
  }
}
