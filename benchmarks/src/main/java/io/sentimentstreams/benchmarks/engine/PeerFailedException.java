package io.sentimentstreams.benchmarks.engine;

/** Thrown when a peer cannot run a network, or its scores differ from ours. */
public final class PeerFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Creates an exception with the problem and the remedy. */
  public PeerFailedException(String message) {
    super(message);
  }

  /** Creates an exception with the problem, the remedy and the cause. */
  public PeerFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
