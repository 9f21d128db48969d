package io.sentimentstreams.app;

import org.jspecify.annotations.Nullable;

/** An application that cannot listen on its address. The message has a remedy. */
public final class StartupException extends RuntimeException {

  StartupException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
