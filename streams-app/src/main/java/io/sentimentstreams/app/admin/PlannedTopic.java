package io.sentimentstreams.app.admin;

import java.util.Map;

/**
 * A topic to create.
 *
 * @param name of the topic
 * @param partitions at least 1
 * @param replication replicas of each partition, at least 1
 * @param settings by Kafka's names
 */
public record PlannedTopic(
    String name, int partitions, int replication, Map<String, String> settings) {

  public PlannedTopic {
    if (partitions < 1 || replication < 1) {
      throw new IllegalArgumentException(
          "Topic %s must have at least 1 partition and 1 replica, was %d and %d."
              .formatted(name, partitions, replication));
    }
    settings = Map.copyOf(settings);
  }
}
