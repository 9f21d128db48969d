package io.sentimentstreams.benchmarks.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/**
 * Versions of the software.
 *
 * @param java Java virtual machine
 * @param onnxRuntime ONNX Runtime
 * @param deeplearning4j Deeplearning4j and ND4J
 * @param kafka broker, clients and Kafka Streams
 */
public record Versions(String java, String onnxRuntime, String deeplearning4j, String kafka) {

  private static final String RESOURCE = "/benchmarks-versions.properties";

  /** Returns the versions of the build and of the running Java. */
  public static Versions here() {
    Properties properties = new Properties();
    try (InputStream in =
        Objects.requireNonNull(Versions.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + RESOURCE, e);
    }
    return new Versions(
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        properties.getProperty("onnxruntime"),
        properties.getProperty("deeplearning4j"),
        properties.getProperty("kafka"));
  }
}
