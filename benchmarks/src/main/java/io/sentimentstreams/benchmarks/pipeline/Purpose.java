package io.sentimentstreams.benchmarks.pipeline;

import java.util.List;

/** What an application's time is spent for, by the packages on a thread's stack. */
public enum Purpose {
  /** The forward pass. */
  NETWORK("the network", "io.sentimentstreams.model.scoring."),
  /** Text to token indices. */
  TEXT("text to numbers", "io.sentimentstreams.model.text."),
  /** Reading and writing Avro. */
  RECORDS("decoding and encoding records", "io.sentimentstreams.schemas.wire.", "org.apache.avro."),
  /** Counting and timing. */
  METERS("meters", "io.sentimentstreams.app.metrics.", "io.micrometer.", "io.prometheus."),
  /** Kafka's clients and Streams. */
  KAFKA("Kafka's clients and Streams", "org.apache.kafka."),
  /** Java code of any other kind. */
  OTHER("other code"),
  /** System calls: the network's and waiting threads'. */
  SYSTEM("system calls"),
  /** What no thread of Java code took: garbage collection, compilation. */
  VIRTUAL_MACHINE("garbage collection, compiler");

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> packages;

  Purpose(String label, String... packages) {
    this.label = label;
    this.packages = List.of(packages);
  }

  /** In words. */
  public String label() {
    return label;
  }

  /** Of a class. */
  static Purpose of(String className) {
    for (Purpose purpose : values()) {
      if (purpose.packages.stream().anyMatch(className::startsWith)) {
        return purpose;
      }
    }
    return OTHER;
  }
}
