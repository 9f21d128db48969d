package io.sentimentstreams.benchmarks.pipeline;

/** A process of the benchmark did not do its part. */
public final class PipelineFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  PipelineFailedException(String message) {
    super(message);
  }

  PipelineFailedException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
