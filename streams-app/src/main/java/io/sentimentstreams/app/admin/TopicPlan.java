package io.sentimentstreams.app.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The partitions, replicas and retention of new topics.
 *
 * @param partitions of each topic, at least 1, unless the input topic exists
 * @param replication replicas of each partition; if empty, 3, or the number of brokers if there are
 *     fewer
 * @param reviewRetention of reviews, longer than any downtime of the application
 * @param scoreRetention of scores
 * @param deadLetterRetention of dead letters
 */
public record TopicPlan(
    int partitions,
    OptionalInt replication,
    Duration reviewRetention,
    Duration scoreRetention,
    Duration deadLetterRetention) {

  private static final int REPLICAS = 3;

  /** An upper bound of the bytes of a record besides key, value and headers. */
  private static final int FRAME_BYTES = 4_096;

  /** An upper bound of the headers of a dead letter. */
  private static final int DEAD_LETTER_BYTES = 65_536;

  /** Returns the topics that a cluster is missing. */
  List<PlannedTopic> missing(ClusterState state, Connection connection) {
    Topics topics = connection.topics();
    int reviewMaxBytes = connection.reviewMaxBytes();
    int reviewBytes = Math.max(state.maxBytes(topics.reviews()), reviewMaxBytes + FRAME_BYTES);
    Map<String, String> reviews = settings(reviewRetention, reviewBytes);
    Map<String, String> scores =
        settings(
            scoreRetention,
            Math.max(state.maxBytes(topics.scores()), reviewMaxBytes + FRAME_BYTES));
    acceptAnyTimestamp(scores);
    Map<String, String> letters = settings(deadLetterRetention, reviewBytes + DEAD_LETTER_BYTES);
    // With the timestamp of an old review, retention would delete a dead letter too early.
    letters.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    List<PlannedTopic> missing = new ArrayList<>();
    addIfMissing(missing, state, topics.reviews(), topics, reviews);
    addIfMissing(missing, state, topics.scores(), topics, scores);
    addIfMissing(missing, state, topics.deadLetter(), topics, letters);
    for (FeatureTopic topic : connection.featureTopics()) {
      Map<String, String> settings = settings(topic, reviewBytes);
      acceptAnyTimestamp(settings);
      addIfMissing(missing, state, topic.name(), topics, settings);
    }
    return missing;
  }

  /**
   * Accepts any timestamp, because each written record has the timestamp of its review, set by any
   * clock.
   */
  private static void acceptAnyTimestamp(Map<String, String> settings) {
    String any = Long.toString(Long.MAX_VALUE);
    settings.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, any);
    settings.put(TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, any);
  }

  private Map<String, String> settings(FeatureTopic topic, int maxBytes) {
    if (topic instanceof FeatureTopic.Changelog changelog) {
      return changelog(changelog.retention(), maxBytes);
    }
    return settings(
        topic instanceof FeatureTopic.Output ? scoreRetention : reviewRetention, maxBytes);
  }

  /** Returns the settings that Kafka Streams requests when it creates a changelog topic. */
  private static Map<String, String> changelog(Duration retention, int maxBytes) {
    Map<String, String> settings = settings(retention.plusDays(1), maxBytes);
    settings.put(
        TopicConfig.CLEANUP_POLICY_CONFIG,
        TopicConfig.CLEANUP_POLICY_COMPACT + "," + TopicConfig.CLEANUP_POLICY_DELETE);
    return settings;
  }

  private void addIfMissing(
      List<PlannedTopic> missing,
      ClusterState state,
      String name,
      Topics topics,
      Map<String, String> settings) {
    if (!(state.topic(name) instanceof TopicState.Missing)) {
      return;
    }
    int count =
        state.topic(topics.reviews()) instanceof TopicState.Present reviews
            ? reviews.partitions()
            : partitions;
    int replicas = replication.orElse(Math.min(REPLICAS, Math.max(1, state.brokers())));
    Map<String, String> all = new TreeMap<>(settings);
    // Writing tolerates the loss of one replica, and each record has at least two.
    all.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, replicas >= REPLICAS ? "2" : "1");
    missing.add(new PlannedTopic(name, count, replicas, all));
  }

  private static Map<String, String> settings(Duration retention, int maxBytes) {
    Map<String, String> settings = new TreeMap<>();
    settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
    settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
    settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxBytes));
    return settings;
  }
}
