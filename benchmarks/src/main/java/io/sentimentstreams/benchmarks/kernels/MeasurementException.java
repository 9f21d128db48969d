package io.sentimentstreams.benchmarks.kernels;

/** Thrown when a measurement fails. */
public final class MeasurementException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MeasurementException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
