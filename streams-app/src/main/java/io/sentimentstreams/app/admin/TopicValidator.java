package io.sentimentstreams.app.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Looks at the topics and the rights on them before anything is read: all must exist and have the
 * same number of partitions, because a score goes to the partition number of its review. Immutable,
 * thread-safe.
 */
public final class TopicValidator {

  /** More than a score adds to what it repeats of its review. */
  private static final int SCORE_BYTES = 4_096;

  private final Connection connection;
  private final Topics topics;
  private final KafkaCommands remedies;

  /**
   * Checks on behalf of one application.
   *
   * @param connection names the cluster, the topics and the group
   */
  public TopicValidator(Connection connection) {
    this.connection = connection;
    topics = connection.topics();
    remedies = new KafkaCommands(connection.bootstrapServers());
  }

  /**
   * Asks the cluster and judges.
   *
   * @return the largest records that can be written
   * @throws ClusterValidationException if the topics cannot be used, with every fault and its
   *     remedy on a line of its own
   */
  public TopicLimits run() {
    Admin admin = new KafkaClients(connection).inquirer("start");
    try {
      return judge(new ClusterInspector(admin, connection).run());
    } finally {
      // Not a patient close: where there is no cluster, it would wait for calls given up already.
      admin.close(Duration.ZERO);
    }
  }

  /** Refuses a cluster that will not do. */
  TopicLimits judge(ClusterState state) {
    List<String> faults = new ArrayList<>();
    checkExistence(state, faults);
    checkPartitions(state, faults);
    checkRights(state, faults);
    checkDeadLettersStay(state, faults);
    faults.addAll(new TimestampTypeValidator(connection, remedies).faults(state));
    TopicLimits limits =
        new TopicLimits(state.maxBytes(topics.scores()), state.maxBytes(topics.deadLetter()));
    checkRoom(limits, faults);
    if (!faults.isEmpty()) {
      throw new ClusterValidationException(String.join("\n", faults), null);
    }
    return limits;
  }

  private List<String> names() {
    return connection.topicNames();
  }

  private void checkExistence(ClusterState state, List<String> faults) {
    int before = faults.size();
    for (String name : names()) {
      if (state.topic(name) instanceof TopicState.Missing) {
        faults.add(
            "topic %s does not exist; create it: %s"
                .formatted(name, remedies.create(name, partitions(state))));
      }
    }
    if (faults.size() > before) {
      faults.add(
          "or create what is missing, with settings that suit: java -jar streams-app.jar topics"
              + " create --bootstrap-servers "
              + connection.bootstrapServers());
    }
  }

  private String partitions(ClusterState state) {
    return state.topic(topics.reviews()) instanceof TopicState.Present reviews
        ? Integer.toString(reviews.partitions())
        : "NUMBER";
  }

  private void checkPartitions(ClusterState state, List<String> faults) {
    if (!(state.topic(topics.reviews()) instanceof TopicState.Present reviews)) {
      return;
    }
    for (String name : names()) {
      if (state.topic(name) instanceof TopicState.Present topic
          && topic.partitions() != reviews.partitions()) {
        faults.add(unequal(name, topic.partitions(), reviews.partitions()));
      }
    }
  }

  private String unequal(String topic, int count, int reviews) {
    String problem =
        "topic %s has %d partitions, but %s has %d; "
            .formatted(topic, count, topics.reviews(), reviews);
    return count < reviews
        ? problem + "add some: " + remedies.addPartitions(topic, reviews)
        : problem
            + "name another topic, or add to the other: "
            + remedies.addPartitions(topics.reviews(), count);
  }

  private void checkRights(ClusterState state, List<String> faults) {
    for (RequiredAcl right : RequiredAcls.ofApplication(connection)) {
      problem(state, right)
          .ifPresent(problem -> faults.add(problem + "; allow it: " + remedies.allow(right)));
    }
  }

  private static Optional<String> problem(ClusterState state, RequiredAcl right) {
    String name = right.resource().name();
    return switch (right.resource().resourceType()) {
      case TOPIC -> topicProblem(state.topic(name), name, right.operation());
      case GROUP ->
          state.group()
              ? Optional.empty()
              : Optional.of("the application may not join the group " + name);
      case TRANSACTIONAL_ID ->
          state.transactions()
              ? Optional.empty()
              : Optional.of(
                  "the application may not write in transactions whose id begins with " + name);
      default -> throw new IllegalStateException("nothing is asked about " + right.resource());
    };
  }

  private static Optional<String> topicProblem(
      TopicState topic, String name, AclOperation operation) {
    if (topic instanceof TopicState.Forbidden) {
      return Optional.of(
          "the application may not see topic %s, nor whether it exists".formatted(name));
    }
    if (topic instanceof TopicState.Present present && !present.rights().contains(operation)) {
      return Optional.of(
          "the application lacks the right %s on topic %s".formatted(operation, name));
    }
    return Optional.empty();
  }

  /** In a compacted topic a dead letter would vanish behind the next one of the same key. */
  private void checkDeadLettersStay(ClusterState state, List<String> faults) {
    String name = topics.deadLetter();
    if (state.topic(name) instanceof TopicState.Present topic
        && topic
            .setting(TopicConfig.CLEANUP_POLICY_CONFIG)
            .filter(policy -> policy.contains(TopicConfig.CLEANUP_POLICY_COMPACT))
            .isPresent()) {
      faults.add(
          "topic %s is compacted, so that dead letters of one key would replace each other; change that: %s"
              .formatted(name, remedies.set(name, "cleanup.policy=delete")));
    }
  }

  /** The topic of scores must take the score of the largest review. */
  private void checkRoom(TopicLimits limits, List<String> faults) {
    long largestScore = (long) connection.reviewMaxBytes() + SCORE_BYTES;
    if (limits.scores() < largestScore) {
      faults.add(
          ("topic %s takes records of up to %d bytes; a score repeats key, headers and identifiers"
                  + " of its review, so that review.max.bytes=%d asks for %d; lower"
                  + " review.max.bytes or raise the topic's max.message.bytes: %s")
              .formatted(
                  topics.scores(),
                  limits.scores(),
                  connection.reviewMaxBytes(),
                  largestScore,
                  remedies.set(topics.scores(), "max.message.bytes=" + largestScore)));
    }
  }
}
