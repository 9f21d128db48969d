package io.sentimentstreams.benchmarks.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * What was measured with.
 *
 * @param java the virtual machine
 * @param onnxRuntime ONNX Runtime
 * @param deeplearning4j Deeplearning4j and ND4J
 * @param kafka Kafka's broker, clients and Streams
 */
public record Versions(String java, String onnxRuntime, String deeplearning4j, String kafka) {

  private static final String RESOURCE = "/benchmarks-versions.properties";

  /** Those that this program was built with, on the Java that runs it. */
  public static Versions here() {
    Properties properties = new Properties();
    try (InputStream in =
        Objects.requireNonNull(Versions.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
    return new Versions(
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        properties.getProperty("onnxruntime"),
        properties.getProperty("deeplearning4j"),
        properties.getProperty("kafka"));
  }
}
