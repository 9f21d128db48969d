package io.sentimentstreams.app;

import org.jspecify.annotations.Nullable;

/**
 * The application cannot start because of the machine that it is on. The message says what to do.
 */
public final class StartupException extends RuntimeException {

  StartupException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
