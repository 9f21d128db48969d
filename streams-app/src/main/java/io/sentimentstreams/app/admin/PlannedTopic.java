package io.sentimentstreams.app.admin;

import java.util.Map;

/**
 * A topic that is to be created.
 *
 * @param name of the topic
 * @param partitions at least 1
 * @param replication how many brokers hold each partition, at least 1
 * @param settings by Kafka's names
 */
public record PlannedTopic(
    String name, int partitions, int replication, Map<String, String> settings) {

  public PlannedTopic {
    if (partitions < 1 || replication < 1) {
      throw new IllegalArgumentException(
          "topic %s must have at least 1 partition on 1 broker, was %d on %d"
              .formatted(name, partitions, replication));
    }
    settings = Map.copyOf(settings);
  }
}
