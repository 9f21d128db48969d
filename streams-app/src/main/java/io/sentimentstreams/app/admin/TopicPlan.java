package io.sentimentstreams.app.admin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What the topics are to be like.
 *
 * @param partitions of each topic, at least 1; those of the reviews where they exist come first
 * @param replication how many brokers hold each partition; without it three, or all if there are
 *     fewer
 * @param reviewRetention how long reviews are kept, longer than the application may stand still
 * @param scoreRetention how long scores are kept
 * @param deadLetterRetention how long dead letters wait to be looked at
 */
public record TopicPlan(
    int partitions,
    OptionalInt replication,
    Duration reviewRetention,
    Duration scoreRetention,
    Duration deadLetterRetention) {

  private static final int REPLICAS = 3;

  /** More than a review that is not read has beside its key, value and headers. */
  private static final int FRAME_BYTES = 4_096;

  /** More than the headers of a dead letter take. */
  private static final int DEAD_LETTER_BYTES = 65_536;

  /** The topics that are missing in a cluster, as this plan wants them. */
  List<PlannedTopic> missing(ClusterState state, Connection connection) {
    Topics topics = connection.topics();
    int reviewMaxBytes = connection.reviewMaxBytes();
    int reviewBytes = Math.max(state.maxBytes(topics.reviews()), reviewMaxBytes + FRAME_BYTES);
    Map<String, String> reviews = settings(reviewRetention, reviewBytes);
    Map<String, String> scores =
        settings(
            scoreRetention,
            Math.max(state.maxBytes(topics.scores()), reviewMaxBytes + FRAME_BYTES));
    takeAnyTimestamp(scores);
    Map<String, String> letters = settings(deadLetterRetention, reviewBytes + DEAD_LETTER_BYTES);
    // A dead letter is as old as itself, not as its review: else old reviews' would be deleted
    // soon.
    letters.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    List<PlannedTopic> missing = new ArrayList<>();
    addIfMissing(missing, state, topics.reviews(), topics, reviews);
    addIfMissing(missing, state, topics.scores(), topics, scores);
    addIfMissing(missing, state, topics.deadLetter(), topics, letters);
    for (FeatureTopic topic : connection.featureTopics()) {
      Map<String, String> settings = settings(topic, reviewBytes);
      takeAnyTimestamp(settings);
      addIfMissing(missing, state, topic.name(), topics, settings);
    }
    return missing;
  }

  /**
   * What is written has its review's timestamp, whatever clock made that, and wherever the broker's
   * has gone since it took the review.
   */
  private static void takeAnyTimestamp(Map<String, String> settings) {
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
    // With one replica down it can still be written; what is written survives the loss of one.
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
