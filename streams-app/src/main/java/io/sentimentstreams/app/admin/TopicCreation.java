package io.sentimentstreams.app.admin;

import io.sentimentstreams.app.config.Connection;
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

/** Creates the topics that are missing and leaves those that exist as they are. */
public final class TopicCreation implements AutoCloseable {

  private final Connection connection;
  private final AdminCalls answers;
  private final KafkaCommands remedies;
  private final Admin admin;

  /**
   * Connects to a cluster.
   *
   * @param connection names the cluster and the topics
   * @throws ClusterValidationException if Kafka refuses the settings
   */
  public TopicCreation(Connection connection) {
    this.connection = connection;
    answers = new AdminCalls(connection);
    remedies = new KafkaCommands(connection.bootstrapServers());
    admin = new KafkaClients(connection).admin("topics");
  }

  /**
   * The topics that are missing.
   *
   * @param plan what they are to be like
   * @throws ClusterValidationException if the cluster does not tell
   */
  public List<PlannedTopic> missing(TopicPlan plan) {
    ClusterState state = new ClusterInspector(admin, connection).run();
    return plan.missing(state, connection.topics(), connection.reviewMaxBytes());
  }

  /** Kafka's own command that creates a topic. */
  public String command(PlannedTopic topic) {
    return remedies.create(topic);
  }

  /**
   * Creates topics. One that another has created meanwhile stays as it is.
   *
   * @throws ClusterValidationException if the cluster refuses, with the reason
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

  /** The controller has answered, the brokers follow: only who leads a partition knows offsets. */
  private void awaitPartitions(List<PlannedTopic> topics) {
    Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
    for (PlannedTopic topic : topics) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    answers.awaitKnown(() -> admin.listOffsets(ends).all());
  }

  private void confirm(String topic, KafkaFuture<Void> created) {
    try {
      answers.await(created);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new ClusterValidationException(
            "topic %s was not created (%s); %s"
                .formatted(topic, AdminCalls.innermost(e), remedy(e.getCause())),
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
