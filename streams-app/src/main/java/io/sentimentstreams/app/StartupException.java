package io.sentimentstreams.app;

import org.jspecify.annotations.Nullable;

/** An application that cannot start with its bundle or address. The message has a remedy. */
public final class StartupException extends RuntimeException {

  StartupException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
