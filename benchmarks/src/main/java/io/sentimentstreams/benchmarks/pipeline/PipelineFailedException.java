package io.sentimentstreams.benchmarks.pipeline;

/** Thrown when a process of the benchmark fails. */
public final class PipelineFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  PipelineFailedException(String message) {
    super(message);
  }

  PipelineFailedException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
