package io.sentimentstreams.model.bundle;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Thrown when a key file is invalid or cannot be written. The message states the remedy. */
public final class InvalidKeyException extends RuntimeException {

  private static final long serialVersionUID = 1;

  InvalidKeyException(Path file, String problem, String remedy, @Nullable Throwable cause) {
    super("Invalid key file %s: %s. %s.".formatted(file, problem, remedy), cause);
  }
}
