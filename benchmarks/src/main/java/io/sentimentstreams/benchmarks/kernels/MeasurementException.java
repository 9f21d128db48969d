package io.sentimentstreams.benchmarks.kernels;

/** A measurement did not come to an end. */
public final class MeasurementException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MeasurementException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
