package io.sentimentstreams.benchmarks.engine;

import io.sentimentstreams.model.network.Model;

/** Who runs a network. */
public enum Contestant {
  /** The forward pass that the service uses, record by record. */
  OURS("ours"),
  /** The same, which {@code evaluate} uses, with several records side by side. */
  OURS_BATCHED("ours, side by side"),
  /** ONNX Runtime, one thread a call; several threads call it at once. */
  ONNX_RUNTIME("ONNX Runtime"),
  /** ONNX Runtime with all threads in one call. */
  ONNX_RUNTIME_PARALLEL("ONNX Runtime, threads in a call"),
  /** Deeplearning4j's {@code output()}, with as many threads in a call as it takes. */
  DEEPLEARNING4J("Deeplearning4j");

  private final String label;

  Contestant(String label) {
    this.label = label;
  }

  /** The name in tables. */
  public String label() {
    return label;
  }

  /** Whether it is of this project. */
  public boolean isOurs() {
    return this == OURS || this == OURS_BATCHED;
  }

  /**
   * Prepares a network.
   *
   * @param threads of the whole measurement, at least 1
   * @throws PeerFailedException if a peer cannot run the network
   */
  public Engine open(Model model, int threads) {
    return switch (this) {
      case OURS, OURS_BATCHED -> new OurEngine(this, model);
      case ONNX_RUNTIME -> new OnnxEngine(this, model, 1);
      case ONNX_RUNTIME_PARALLEL -> new OnnxEngine(this, model, threads);
      case DEEPLEARNING4J -> new Dl4jEngine(model);
    };
  }

  /** Whether all of it computes on the threads that call it, whose processors' time is then its. */
  public boolean computesInCaller() {
    return switch (this) {
      case OURS, OURS_BATCHED, ONNX_RUNTIME -> true;
      case ONNX_RUNTIME_PARALLEL, DEEPLEARNING4J -> false;
    };
  }

  /**
   * How many threads of a measurement call the engine, each with a scorer of its own.
   *
   * @param threads of the whole measurement
   */
  public int callers(int threads) {
    return switch (this) {
      case OURS, OURS_BATCHED, ONNX_RUNTIME -> threads;
      case ONNX_RUNTIME_PARALLEL, DEEPLEARNING4J -> 1;
    };
  }
}
