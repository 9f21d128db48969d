package io.sentimentstreams.app.admin;

import java.time.Duration;

/** A topic that an optional feature needs, with as many partitions as the input topic. */
public sealed interface FeatureTopic {

  /** Returns the topic's name. */
  String name();

  /** Returns the purpose of the topic, a noun phrase for the table of ACLs. */
  String purpose();

  /** A topic that the application writes and reads, kept as long as reviews. */
  record Repartition(String name, String purpose) implements FeatureTopic {}

  /** A topic that the application writes, kept as long as scores. */
  record Output(String name, String purpose) implements FeatureTopic {}

  /**
   * A topic from which Kafka Streams restores a window store.
   *
   * @param retention of the store
   */
  record Changelog(String name, String purpose, Duration retention) implements FeatureTopic {}
}
