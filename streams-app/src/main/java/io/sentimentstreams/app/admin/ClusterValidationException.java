package io.sentimentstreams.app.admin;

import org.jspecify.annotations.Nullable;

/** The cluster, its topics or the rights on them do not do. The message says what to do. */
public final class ClusterValidationException extends RuntimeException {

  ClusterValidationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
