package io.sentimentstreams.app.admin;

import java.util.Map;
import java.util.TreeMap;

/** The command lines of Kafka's tools that fix a cluster. */
final class KafkaCommands {

  private final String bootstrapServers;

  KafkaCommands(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  String create(String topic, String partitions) {
    return topics() + " --create --topic " + topic + " --partitions " + partitions;
  }

  /** Returns the command that creates a topic with all its settings. */
  String create(PlannedTopic topic) {
    StringBuilder command =
        new StringBuilder(create(topic.name(), Integer.toString(topic.partitions())))
            .append(" --replication-factor ")
            .append(topic.replication());
    Map<String, String> settings = new TreeMap<>(topic.settings());
    settings.forEach((name, value) -> command.append(" --config ").append(name + "=" + value));
    return command.toString();
  }

  String addPartitions(String topic, int partitions) {
    return topics() + " --alter --topic " + topic + " --partitions " + partitions;
  }

  String set(String topic, String setting) {
    return "kafka-configs.sh --bootstrap-server %s --alter --entity-type topics --entity-name %s --add-config %s"
        .formatted(bootstrapServers, topic, setting);
  }

  /** Returns the command that adds an ACL, with a placeholder for the principal. */
  String allow(RequiredAcl right) {
    return "kafka-acls.sh --bootstrap-server %s --add --allow-principal User:NAME --operation %s %s"
        .formatted(bootstrapServers, right.operationName(), right.options());
  }

  private String topics() {
    return "kafka-topics.sh --bootstrap-server " + bootstrapServers;
  }
}
