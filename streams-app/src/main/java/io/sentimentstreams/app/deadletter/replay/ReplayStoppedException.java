package io.sentimentstreams.app.deadletter.replay;

/** A replay could not go on; what it did before is done. The message says what to do. */
public final class ReplayStoppedException extends RuntimeException {

  ReplayStoppedException(String message, Throwable cause) {
    super(message, cause);
  }
}
