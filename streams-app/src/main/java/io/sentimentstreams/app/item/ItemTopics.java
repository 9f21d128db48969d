package io.sentimentstreams.app.item;

import io.sentimentstreams.app.admin.ConnectionSettings;
import io.sentimentstreams.app.admin.FeatureTopic;
import io.sentimentstreams.app.config.Check;
import io.sentimentstreams.app.config.Setting;
import io.sentimentstreams.app.config.SettingGroup;
import io.sentimentstreams.app.config.SettingType;
import io.sentimentstreams.app.config.SettingValues;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The topics of the sentiment by item, and the settings that commands need to create them.
 *
 * @param scores scores by item, for the instance that aggregates the item
 * @param sentiment the output topic of the sentiment by item
 * @param changelog from which Kafka Streams restores the windows
 * @param retention of a window
 */
public record ItemTopics(String scores, String sentiment, String changelog, Duration retention) {

  /** The name of the window store in Kafka Streams. */
  public static final String STORE = "item-windows";

  private static final String PURPOSE = "sentiment by item (`items.enabled=true`)";

  public static final Setting<Boolean> ENABLED =
      Setting.of(
              "items.enabled",
              SettingType.BOOLEAN,
              "Whether the sentiment of each item is aggregated in time windows. All instances must"
                  + " have the same value.")
          .withDefault(false);

  public static final Setting<String> TOPIC =
      ConnectionSettings.topic(
          "topics.items",
          "sentiment-by-item",
          "Output topic of the sentiment by item, with as many partitions as the input topic.");

  public static final Setting<String> TOPIC_OF_SCORES =
      ConnectionSettings.topic(
          "topics.item.scores",
          "scores-by-item",
          "Internal topic of scores by item, with as many partitions as the input topic.");

  public static final Setting<Duration> RETENTION_MS =
      Setting.of(
              "items.retention.ms",
              SettingType.MILLISECONDS,
              "How long windows are kept and can be queried, at least items.window.ms plus"
                  + " items.grace.ms.")
          .checkedBy(Check.millis(1_000, ItemSettings.MAX_MILLIS))
          .withDefault(Duration.ofDays(1));

  public static final SettingGroup GROUP =
      new SettingGroup("Sentiment by item", List.of(ENABLED, TOPIC, TOPIC_OF_SCORES, RETENTION_MS));

  /** The settings that name topics. */
  public static final List<Setting<String>> NAMES = List.of(TOPIC, TOPIC_OF_SCORES);

  /**
   * Returns the topics of one application.
   *
   * @param applicationId the prefix of Kafka Streams' internal topics
   */
  public static ItemTopics of(
      String applicationId, String scores, String sentiment, Duration retention) {
    return new ItemTopics(scores, sentiment, applicationId + "-" + STORE + "-changelog", retention);
  }

  /**
   * Returns the topics; empty if the sentiment by item is disabled.
   *
   * @param values without errors
   */
  public static Optional<ItemTopics> of(SettingValues values) {
    return values.get(ENABLED)
        ? Optional.of(
            of(
                values.get(ConnectionSettings.APPLICATION_ID),
                values.get(TOPIC_OF_SCORES),
                values.get(TOPIC),
                values.get(RETENTION_MS)))
        : Optional.empty();
  }

  /** Returns what the cluster must provide. */
  public List<FeatureTopic> required() {
    return List.of(
        new FeatureTopic.Repartition(scores, PURPOSE),
        new FeatureTopic.Output(sentiment, PURPOSE),
        new FeatureTopic.Changelog(changelog, PURPOSE, retention));
  }
}
