package io.sentimentstreams.app.deadletter.replay;

/** A replay could not go on; what it did before is done. The message says what to do. */
public final class ReplayStopped extends RuntimeException {

  ReplayStopped(String message, Throwable cause) {
    super(message, cause);
  }
}
