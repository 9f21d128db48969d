package io.sentimentstreams.benchmarks.pipeline;

/** An application that scores what is on a topic. */
public enum SystemUnderTest {
  /** This project's, as it is packaged. */
  OURS("streams-app"),
  /** A loop of consumer and producer around ONNX Runtime. */
  ONNX_LOOP("consumer loop, ONNX Runtime"),
  /** The same in Python. */
  PYTHON_LOOP("consumer loop in Python, ONNX Runtime"),
  /** A plain Kafka Streams application around Deeplearning4j. */
  DL4J_STREAMS("Kafka Streams, Deeplearning4j");

  private final String label;

  SystemUnderTest(String label) {
    this.label = label;
  }

  /** The name in tables. */
  public String label() {
    return label;
  }
}
