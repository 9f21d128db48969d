package io.sentimentstreams.benchmarks.kernels;

/** A measurement did not come to an end. */
public final class MeasurementFailed extends RuntimeException {

  private static final long serialVersionUID = 1;

  MeasurementFailed(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
