package io.sentimentstreams.app.deadletter.replay;

/** A replay that stopped; earlier batches remain committed. The message has a remedy. */
public final class ReplayStoppedException extends RuntimeException {

  ReplayStoppedException(String message, Throwable cause) {
    super(message, cause);
  }
}
