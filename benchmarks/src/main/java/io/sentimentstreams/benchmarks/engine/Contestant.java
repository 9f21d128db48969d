package io.sentimentstreams.benchmarks.engine;

import io.sentimentstreams.model.network.Model;

/** Engine that is measured. */
public enum Contestant {
  /** Our forward pass in streams-app: record by record. */
  OURS("ours"),
  /** Our forward pass in {@code evaluate}: several records side by side. */
  OURS_BATCHED("ours, side by side"),
  /** ONNX Runtime with one thread per call; several threads call it concurrently. */
  ONNX_RUNTIME("ONNX Runtime"),
  /** ONNX Runtime with all threads in one call. */
  ONNX_RUNTIME_PARALLEL("ONNX Runtime, multi-threaded calls"),
  /** Deeplearning4j's {@code output()} with its default number of threads per call. */
  DEEPLEARNING4J("Deeplearning4j");

  private final String label;

  Contestant(String label) {
    this.label = label;
  }

  /** Returns the name in tables. */
  public String label() {
    return label;
  }

  /** Returns whether the engine is part of this project. */
  public boolean isOurs() {
    return this == OURS || this == OURS_BATCHED;
  }

  /**
   * Prepares a network.
   *
   * @param threads number of threads of the measurement, at least 1
   * @throws PeerFailedException if a peer cannot run the network
   */
  public Engine open(Model model, int threads) {
    return switch (this) {
      case OURS, OURS_BATCHED -> new TextModelEngine(this, model);
      case ONNX_RUNTIME -> new OnnxEngine(this, model, 1);
      case ONNX_RUNTIME_PARALLEL -> new OnnxEngine(this, model, threads);
      case DEEPLEARNING4J -> new Dl4jEngine(model);
    };
  }

  /**
   * Returns whether the engine computes only on the calling threads, so their processor time is
   * complete.
   */
  public boolean computesInCaller() {
    return switch (this) {
      case OURS, OURS_BATCHED, ONNX_RUNTIME -> true;
      case ONNX_RUNTIME_PARALLEL, DEEPLEARNING4J -> false;
    };
  }

  /**
   * Returns the number of threads that call the engine, each with its own scorer.
   *
   * @param threads number of threads of the measurement
   */
  public int callers(int threads) {
    return switch (this) {
      case OURS, OURS_BATCHED, ONNX_RUNTIME -> threads;
      case ONNX_RUNTIME_PARALLEL, DEEPLEARNING4J -> 1;
    };
  }
}
