package io.sentimentstreams.app.registry;

import org.jspecify.annotations.Nullable;

/** A permanent error of the registry or its settings. The message has the remedy. */
public final class RegistryConfigException extends RuntimeException {

  RegistryConfigException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
