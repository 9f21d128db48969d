package io.sentimentstreams.app.admin;

import io.sentimentstreams.app.kafka.KafkaErrorKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** Creator of missing topics. Existing topics are not changed. */
public final class TopicCreation implements AutoCloseable {

  private final Connection connection;
  private final AdminCalls calls;
  private final KafkaCommands commands;
  private final Admin admin;

  /**
   * Connects to a cluster.
   *
   * @param connection the cluster and the topics
   * @throws ClusterValidationException if Kafka rejects the settings
   */
  public TopicCreation(Connection connection) {
    this.connection = connection;
    calls = new AdminCalls(connection);
    commands = new KafkaCommands(connection.bootstrapServers());
    admin = new KafkaClients(connection).admin("topics");
  }

  /**
   * Returns the missing topics.
   *
   * @param plan of partitions, replicas and retention
   * @throws ClusterValidationException if the cluster does not answer
   */
  public List<PlannedTopic> missing(TopicPlan plan) {
    ClusterState state = new ClusterInspector(admin, connection).run();
    return plan.missing(state, connection);
  }

  /** Returns the kafka-topics.sh command that creates a topic. */
  public String command(PlannedTopic topic) {
    return commands.create(topic);
  }

  /**
   * Creates topics. A topic that exists by now is not changed.
   *
   * @throws ClusterValidationException if the cluster rejects one
   */
  public void create(List<PlannedTopic> topics) {
    Map<String, KafkaFuture<Void>> created =
        admin.createTopics(topics.stream().map(TopicCreation::newTopic).toList()).values();
    created.forEach(this::confirm);
    awaitPartitions(topics);
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }

  private static NewTopic newTopic(PlannedTopic topic) {
    return new NewTopic(
            topic.name(), Optional.of(topic.partitions()), Optional.of((short) topic.replication()))
        .configs(topic.settings());
  }

  /** Waits until the leader of each partition has the new metadata. */
  private void awaitPartitions(List<PlannedTopic> topics) {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (PlannedTopic topic : topics) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    calls.awaitKnown(() -> admin.listOffsets(ends).all());
  }

  private void confirm(String topic, KafkaFuture<Void> created) {
    try {
      calls.await(created);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new ClusterValidationException(
            "Topic %s was not created: %s. %s"
                .formatted(topic, KafkaErrorKind.innermost(e), remedy(e.getCause())),
            e);
      }
    }
  }

  private static String remedy(@Nullable Throwable refusal) {
    return refusal instanceof InvalidConfigurationException
        ? "if the brokers are older than Kafka 3.6, upgrade them, or run the command that --dry-run"
            + " prints without the setting that they do not know"
        : "create it as someone who may, or with other options";
  }
}
