package io.sentimentstreams.benchmarks.pipeline;

/** Application in the benchmark. */
public enum SystemUnderTest {
  /** The packaged application of this project. */
  OURS("streams-app"),
  /** Consumer and producer loop with ONNX Runtime. */
  ONNX_LOOP("consumer loop, ONNX Runtime"),
  /** Consumer and producer loop with ONNX Runtime in Python. */
  PYTHON_LOOP("consumer loop in Python, ONNX Runtime"),
  /** Plain Kafka Streams application with Deeplearning4j. */
  DL4J_STREAMS("Kafka Streams, Deeplearning4j");

  private final String label;

  SystemUnderTest(String label) {
    this.label = label;
  }

  /** Returns the name in tables. */
  public String label() {
    return label;
  }
}
