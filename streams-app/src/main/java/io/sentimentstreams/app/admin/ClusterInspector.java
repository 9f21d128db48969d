package io.sentimentstreams.app.admin;

import io.sentimentstreams.app.config.Connection;
import io.sentimentstreams.app.config.ProcessingGuarantee;
import io.sentimentstreams.app.config.Topics;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Asks a cluster about everything that the application needs. */
final class ClusterInspector {

  private static final String PROBE = "-probe";

  private final Admin admin;
  private final Connection connection;
  private final AdminCalls answers;

  /**
   * Asks one cluster.
   *
   * @param admin with the rights of the application; not closed here
   * @param connection names what is asked about
   */
  ClusterInspector(Admin admin, Connection connection) {
    this.admin = admin;
    this.connection = connection;
    answers = new AdminCalls(connection);
  }

  /**
   * Asks.
   *
   * @throws ClusterValidationException if the cluster does not answer
   */
  ClusterState run() {
    Topics names = connection.topics();
    List<String> topics = names.all();
    // All that can be asked at once is.
    KafkaFuture<Collection<Node>> nodes = admin.describeCluster().nodes();
    Map<String, KafkaFuture<TopicDescription>> descriptions =
        admin
            .describeTopics(topics, new DescribeTopicsOptions().includeAuthorizedOperations(true))
            .topicNameValues();
    Map<String, TopicState> states = new HashMap<>();
    descriptions.forEach((name, description) -> states.put(name, state(name, description)));
    return new ClusterState(brokers(nodes), states, mayJoin(), mayWriteInTransactions());
  }

  private int brokers(KafkaFuture<Collection<Node>> nodes) {
    try {
      return answers.await(nodes).size();
    } catch (ExecutionException e) {
      throw answers.none(e);
    }
  }

  private TopicState state(String name, KafkaFuture<TopicDescription> future) {
    try {
      TopicDescription description = answers.await(future);
      return new TopicState.Present(
          description.partitions().size(), settings(name), known(description));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return new TopicState.Missing();
      }
      if (e.getCause() instanceof AuthorizationException) {
        return new TopicState.Forbidden();
      }
      throw answers.none(e);
    }
  }

  private static Set<AclOperation> known(TopicDescription description) {
    @Nullable Set<AclOperation> rights = description.authorizedOperations();
    return rights == null ? EnumSet.allOf(AclOperation.class) : rights;
  }

  private Map<String, String> settings(String topic) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Map<String, String> settings = new HashMap<>();
    try {
      Config config = answers.await(admin.describeConfigs(List.of(resource)).all()).get(resource);
      if (config != null) {
        for (ConfigEntry entry : config.entries()) {
          if (entry.value() != null) {
            settings.put(entry.name(), entry.value());
          }
        }
      }
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof AuthorizationException)) {
        throw answers.none(e);
      }
    }
    return settings;
  }

  /** A group that nobody is in yet is not found, which only those are told who may look. */
  private boolean mayJoin() {
    DescribeConsumerGroupsOptions options =
        new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true);
    List<String> group = List.of(connection.applicationId());
    try {
      return answers.await(admin.describeConsumerGroups(group, options).all()).values().stream()
          .map(ConsumerGroupDescription::authorizedOperations)
          .allMatch(rights -> rights == null || rights.contains(AclOperation.READ));
    } catch (ExecutionException e) {
      return !(e.getCause() instanceof AuthorizationException);
    }
  }

  /** Kafka Streams puts a suffix to the application's id. */
  private boolean mayWriteInTransactions() {
    if (connection.guarantee() != ProcessingGuarantee.EXACTLY_ONCE_V2) {
      return true;
    }
    String id = connection.applicationId() + PROBE;
    try {
      answers.await(admin.describeTransactions(List.of(id)).description(id));
      return true;
    } catch (ExecutionException e) {
      return !(e.getCause() instanceof AuthorizationException);
    }
  }
}
