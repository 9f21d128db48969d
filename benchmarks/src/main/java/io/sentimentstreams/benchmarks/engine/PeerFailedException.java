package io.sentimentstreams.benchmarks.engine;

/** A peer cannot run a network, or runs it otherwise than we do. */
public final class PeerFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says what failed and what to do. */
  public PeerFailedException(String message) {
    super(message);
  }

  /** Says what failed, what to do, and why. */
  public PeerFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
