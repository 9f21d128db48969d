package io.sentimentstreams.model.bundle;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that does not hold the keys that it should. The message says what to do. */
public final class InvalidKeyException extends RuntimeException {

  private static final long serialVersionUID = 1;

  InvalidKeyException(Path file, String problem, String remedy, @Nullable Throwable cause) {
    super("key file %s rejected: %s; %s".formatted(file, problem, remedy), cause);
  }
}
