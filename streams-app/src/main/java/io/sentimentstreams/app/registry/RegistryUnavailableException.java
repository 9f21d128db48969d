package io.sentimentstreams.app.registry;

import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** A transient error: the registry does not answer, or the answer is not that of a registry. */
public final class RegistryUnavailableException extends RetriableException {

  RegistryUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
