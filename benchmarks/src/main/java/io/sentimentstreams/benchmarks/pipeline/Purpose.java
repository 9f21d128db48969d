package io.sentimentstreams.benchmarks.pipeline;

import java.util.List;

/** Purposes of processor time, by the packages on a thread's stack. */
public enum Purpose {
  /** The forward pass. */
  NETWORK("network", "io.sentimentstreams.model.scoring."),
  /** Text to token indices. */
  TEXT("text encoding", "io.sentimentstreams.model.text."),
  /** Reading and writing Avro. */
  RECORDS("decoding and encoding records", "io.sentimentstreams.schemas.wire.", "org.apache.avro."),
  /** Counting and timing. */
  METERS("meters", "io.sentimentstreams.app.metrics.", "io.micrometer.", "io.prometheus."),
  /** Kafka clients and Kafka Streams. */
  KAFKA("Kafka clients and Streams", "org.apache.kafka."),
  /** Other Java code. */
  OTHER("other code"),
  /** System calls: network and waiting threads. */
  SYSTEM("system calls"),
  /** Time outside of Java threads: garbage collection and compilation. */
  VIRTUAL_MACHINE("garbage collection, compiler");

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // List.of creates an immutable list.
  private final List<String> packages;

  Purpose(String label, String... packages) {
    this.label = label;
    this.packages = List.of(packages);
  }

  /** Returns a description. */
  public String label() {
    return label;
  }

  /** Returns the purpose of a class. */
  static Purpose of(String className) {
    for (Purpose purpose : values()) {
      if (purpose.packages.stream().anyMatch(className::startsWith)) {
        return purpose;
      }
    }
    return OTHER;
  }
}
