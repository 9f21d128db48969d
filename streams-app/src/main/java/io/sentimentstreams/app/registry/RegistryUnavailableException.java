package io.sentimentstreams.app.registry;

import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** The registry does not answer, or not as a registry does. It may later. */
public final class RegistryUnavailableException extends RetriableException {

  RegistryUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
