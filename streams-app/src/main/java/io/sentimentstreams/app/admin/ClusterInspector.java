package io.sentimentstreams.app.admin;

import io.sentimentstreams.app.kafka.KafkaErrorKind;
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
import org.jspecify.annotations.Nullable;

/** Reader of the state of the topics, ACLs and brokers that the application needs. */
final class ClusterInspector {

  private static final String PROBE = "-probe";

  private final Admin admin;
  private final Connection connection;
  private final AdminCalls calls;

  /**
   * Creates a reader.
   *
   * @param admin with the credentials of the application; not closed here
   * @param connection names topics and consumer group
   */
  ClusterInspector(Admin admin, Connection connection) {
    this.admin = admin;
    this.connection = connection;
    calls = new AdminCalls(connection);
  }

  /**
   * Returns the state of the cluster.
   *
   * @throws ClusterValidationException if the cluster does not answer
   */
  ClusterState run() {
    List<String> topics = connection.topicNames();
    // The calls run concurrently.
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
      return calls.await(nodes).size();
    } catch (ExecutionException e) {
      throw calls.failed(e);
    }
  }

  private TopicState state(String name, KafkaFuture<TopicDescription> future) {
    try {
      TopicDescription description = calls.await(future);
      return new TopicState.Present(
          description.partitions().size(), settings(name), known(description));
    } catch (ExecutionException e) {
      return switch (KafkaErrorKind.of(e)) {
        case UNKNOWN_TOPIC -> new TopicState.Missing();
        case AUTHORIZATION -> new TopicState.Forbidden();
        default -> throw calls.failed(e);
      };
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
      Config config = calls.await(admin.describeConfigs(List.of(resource)).all()).get(resource);
      if (config != null) {
        for (ConfigEntry entry : config.entries()) {
          if (entry.value() != null) {
            settings.put(entry.name(), entry.value());
          }
        }
      }
    } catch (ExecutionException e) {
      if (!isDenied(e)) {
        throw calls.failed(e);
      }
    }
    return settings;
  }

  private static boolean isDenied(ExecutionException e) {
    return KafkaErrorKind.of(e) == KafkaErrorKind.AUTHORIZATION;
  }

  /** A group without members is not found, but only clients with the ACL receive that error. */
  private boolean mayJoin() {
    DescribeConsumerGroupsOptions options =
        new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true);
    List<String> group = List.of(connection.applicationId());
    try {
      return calls.await(admin.describeConsumerGroups(group, options).all()).values().stream()
          .map(ConsumerGroupDescription::authorizedOperations)
          .allMatch(rights -> rights == null || rights.contains(AclOperation.READ));
    } catch (ExecutionException e) {
      return !isDenied(e);
    }
  }

  /** Kafka Streams appends a suffix to the application id. */
  private boolean mayWriteInTransactions() {
    if (connection.guarantee() != ProcessingGuarantee.EXACTLY_ONCE_V2) {
      return true;
    }
    String id = connection.applicationId() + PROBE;
    try {
      calls.await(admin.describeTransactions(List.of(id)).description(id));
      return true;
    } catch (ExecutionException e) {
      return !isDenied(e);
    }
  }
}
