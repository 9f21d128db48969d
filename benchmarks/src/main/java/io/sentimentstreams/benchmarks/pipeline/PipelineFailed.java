package io.sentimentstreams.benchmarks.pipeline;

/** A process of the benchmark did not do its part. */
public final class PipelineFailed extends RuntimeException {

  private static final long serialVersionUID = 1;

  PipelineFailed(String message) {
    super(message);
  }

  PipelineFailed(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
