package io.sentimentstreams.app.registry;

import org.jspecify.annotations.Nullable;

/** The registry refuses what must be, and will again. The message has the remedy. */
public final class RegistryConfigException extends RuntimeException {

  RegistryConfigException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
