package io.sentimentstreams.app.admin;

import org.jspecify.annotations.Nullable;

/** Invalid topics, missing ACLs, or no answer of the cluster. The message has remedies. */
public final class ClusterValidationException extends RuntimeException {

  ClusterValidationException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
