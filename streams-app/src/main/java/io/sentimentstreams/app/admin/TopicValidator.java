package io.sentimentstreams.app.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Validator of topics and ACLs at startup. All topics must exist and have the same number of
 * partitions, because a score has the partition number of its review. Immutable, thread-safe.
 */
public final class TopicValidator {

  /**
   * An upper bound of the bytes that a score adds to key, headers and identifiers of its review.
   */
  private static final int SCORE_BYTES = 4_096;

  private final Connection connection;
  private final Topics topics;
  private final KafkaCommands commands;

  /**
   * Creates a validator.
   *
   * @param connection the cluster, the topics and the consumer group
   */
  public TopicValidator(Connection connection) {
    this.connection = connection;
    topics = connection.topics();
    commands = new KafkaCommands(connection.bootstrapServers());
  }

  /**
   * Validates the cluster.
   *
   * @return the maximum sizes of written records
   * @throws ClusterValidationException with every error and its remedy, one per line
   */
  public TopicLimits run() {
    Admin admin = new KafkaClients(connection).inquirer("start");
    try {
      return validate(new ClusterInspector(admin, connection).run());
    } finally {
      // Without a cluster, an orderly close would wait for calls that have timed out.
      admin.close(Duration.ZERO);
    }
  }

  /**
   * Validates a state.
   *
   * @throws ClusterValidationException with every error and its remedy, one per line
   */
  TopicLimits validate(ClusterState state) {
    List<String> errors = new ArrayList<>();
    checkExistence(state, errors);
    checkPartitions(state, errors);
    checkRights(state, errors);
    checkDeadLettersStay(state, errors);
    errors.addAll(new TimestampTypeValidator(connection, commands).errors(state));
    TopicLimits limits =
        new TopicLimits(state.maxBytes(topics.scores()), state.maxBytes(topics.deadLetter()));
    checkRoom(limits, errors);
    if (!errors.isEmpty()) {
      throw new ClusterValidationException(String.join("\n", errors), null);
    }
    return limits;
  }

  private List<String> names() {
    return connection.topicNames();
  }

  private void checkExistence(ClusterState state, List<String> errors) {
    int before = errors.size();
    for (String name : names()) {
      if (state.topic(name) instanceof TopicState.Missing) {
        errors.add(
            "Topic does not exist: %s. Create it: %s"
                .formatted(name, commands.create(name, partitions(state))));
      }
    }
    if (errors.size() > before) {
      errors.add(
          "To create all missing topics with suitable settings, run: java -jar streams-app.jar topics"
              + " create --bootstrap-servers "
              + connection.bootstrapServers());
    }
  }

  private String partitions(ClusterState state) {
    return state.topic(topics.reviews()) instanceof TopicState.Present reviews
        ? Integer.toString(reviews.partitions())
        : "NUMBER";
  }

  private void checkPartitions(ClusterState state, List<String> errors) {
    if (!(state.topic(topics.reviews()) instanceof TopicState.Present reviews)) {
      return;
    }
    for (String name : names()) {
      if (state.topic(name) instanceof TopicState.Present topic
          && topic.partitions() != reviews.partitions()) {
        errors.add(unequal(name, topic.partitions(), reviews.partitions()));
      }
    }
  }

  private String unequal(String topic, int count, int reviews) {
    String problem =
        "Topic %s has %d partitions, but %s has %d. "
            .formatted(topic, count, topics.reviews(), reviews);
    return count < reviews
        ? problem + "Add partitions: " + commands.addPartitions(topic, reviews)
        : problem
            + "Name another topic, or add partitions to the input topic: "
            + commands.addPartitions(topics.reviews(), count);
  }

  private void checkRights(ClusterState state, List<String> errors) {
    for (RequiredAcl right : RequiredAcls.ofApplication(connection)) {
      problem(state, right)
          .ifPresent(problem -> errors.add(problem + ". Add it: " + commands.allow(right)));
    }
  }

  private static Optional<String> problem(ClusterState state, RequiredAcl right) {
    String name = right.resource().name();
    return switch (right.resource().resourceType()) {
      case TOPIC -> topicProblem(state.topic(name), name, right.operation());
      case GROUP ->
          state.group() ? Optional.empty() : Optional.of("Missing ACL: READ on group " + name);
      case TRANSACTIONAL_ID ->
          state.transactions()
              ? Optional.empty()
              : Optional.of("Missing ACL: WRITE on transactional ids with the prefix " + name);
      default ->
          throw new IllegalStateException(
              "Unexpected resource of an ACL: " + right.resource() + ".");
    };
  }

  private static Optional<String> topicProblem(
      TopicState topic, String name, AclOperation operation) {
    if (topic instanceof TopicState.Forbidden) {
      return Optional.of(
          "Missing ACL: %s on topic %s, which cannot be described".formatted(operation, name));
    }
    if (topic instanceof TopicState.Present present && !present.rights().contains(operation)) {
      return Optional.of("Missing ACL: %s on topic %s".formatted(operation, name));
    }
    return Optional.empty();
  }

  /** Compaction deletes all dead letters of a key but the last. */
  private void checkDeadLettersStay(ClusterState state, List<String> errors) {
    String name = topics.deadLetter();
    if (state.topic(name) instanceof TopicState.Present topic
        && topic
            .setting(TopicConfig.CLEANUP_POLICY_CONFIG)
            .filter(policy -> policy.contains(TopicConfig.CLEANUP_POLICY_COMPACT))
            .isPresent()) {
      errors.add(
          "Topic %s is compacted, which deletes dead letters with the same key. Change it: %s"
              .formatted(name, commands.set(name, "cleanup.policy=delete")));
    }
  }

  /** The output topic must accept the score of the largest review. */
  private void checkRoom(TopicLimits limits, List<String> errors) {
    long largestScore = (long) connection.reviewMaxBytes() + SCORE_BYTES;
    if (limits.scores() < largestScore) {
      errors.add(
          ("Topic %s accepts records of up to %d bytes, but with review.max.bytes=%d a score can"
                  + " have %d. Lower review.max.bytes, or raise max.message.bytes: %s")
              .formatted(
                  topics.scores(),
                  limits.scores(),
                  connection.reviewMaxBytes(),
                  largestScore,
                  commands.set(topics.scores(), "max.message.bytes=" + largestScore)));
    }
  }
}
