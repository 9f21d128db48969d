package io.sentimentstreams.app.admin;

import io.sentimentstreams.app.config.Check;
import io.sentimentstreams.app.config.Setting;
import io.sentimentstreams.app.config.SettingGroup;
import io.sentimentstreams.app.config.SettingType;
import io.sentimentstreams.app.config.SettingValues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of {@link Connection}, which the application and its commands share. */
public final class ConnectionSettings {

  private static final Pattern KAFKA_NAME = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

  private static final Check<String> NAME =
      new Check<>(
          "1 to 249 letters, digits, '.', '_' or '-'",
          name -> KAFKA_NAME.matcher(name).matches() && !name.equals(".") && !name.equals(".."));

  public static final Setting<String> BOOTSTRAP_SERVERS =
      Setting.of(
              "bootstrap.servers",
              SettingType.STRING,
              "Initial brokers of the Kafka cluster as host:port, separated by commas.")
          .checkedBy(Check.NOT_BLANK)
          .required()
          .insteadOfKafka(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG);

  public static final Setting<String> APPLICATION_ID =
      Setting.of(
              "application.id",
              SettingType.STRING,
              "Consumer group and prefix of transactional ids. Instances with the same id share the"
                  + " partitions; a new id reads the input topic from the beginning.")
          .checkedBy(NAME)
          .withDefault("sentiment-streams")
          .insteadOfKafka(StreamsConfig.APPLICATION_ID_CONFIG);

  public static final Setting<String> TOPICS_REVIEWS =
      topic("topics.reviews", "reviews", "Input topic.");

  public static final Setting<String> TOPICS_SCORES =
      topic(
          "topics.scores",
          "review-scores",
          "Output topic, with as many partitions as the input topic.");

  public static final Setting<String> TOPICS_DEAD_LETTER =
      topic(
          "topics.dead.letter",
          "reviews-dead-letter",
          "Topic of records that cannot be scored, with as many partitions as the input topic.");

  public static final Setting<ProcessingGuarantee> PROCESSING_GUARANTEE =
      Setting.of(
              "processing.guarantee",
              SettingType.oneOf(ProcessingGuarantee.values(), ProcessingGuarantee::setting),
              "How often a score is written if an instance or a broker fails. With exactly_once_v2,"
                  + " consumers of the scores need isolation.level=read_committed.")
          .withDefault(ProcessingGuarantee.EXACTLY_ONCE_V2)
          .insteadOfKafka(StreamsConfig.PROCESSING_GUARANTEE_CONFIG);

  public static final Setting<Integer> REVIEW_MAX_BYTES =
      Setting.of(
              "review.max.bytes",
              SettingType.INT,
              "Maximum bytes of a record: key, value and headers together. Larger records become"
                  + " dead letters.")
          .checkedBy(Check.between(1, 64 << 20))
          .withDefault(262_144);

  public static final SettingGroup GROUP =
      new SettingGroup(
          "Kafka cluster and topics",
          List.of(
              BOOTSTRAP_SERVERS,
              APPLICATION_ID,
              TOPICS_REVIEWS,
              TOPICS_SCORES,
              TOPICS_DEAD_LETTER,
              PROCESSING_GUARANTEE,
              REVIEW_MAX_BYTES));

  private ConnectionSettings() {}

  /**
   * Declares the name of a topic.
   *
   * @param name of the setting
   * @param fallback the topic's name if none is given
   * @param sentence the description
   */
  public static Setting<String> topic(String name, String fallback, String sentence) {
    return Setting.of(name, SettingType.STRING, sentence).checkedBy(NAME).withDefault(fallback);
  }

  /**
   * Reports topics that have the same name.
   *
   * @param featureTopics the settings of other topics
   */
  public static void check(SettingValues values, List<Setting<String>> featureTopics) {
    List<Setting<String>> settings =
        new ArrayList<>(List.of(TOPICS_REVIEWS, TOPICS_SCORES, TOPICS_DEAD_LETTER));
    settings.addAll(featureTopics);
    Set<String> seen = new HashSet<>();
    for (Setting<String> setting : settings) {
      if (values.find(setting).filter(topic -> !seen.add(topic)).isPresent()) {
        values.report(setting, "a topic that no other setting names", "Choose a different topic");
      }
    }
  }

  /**
   * Returns the connection.
   *
   * @param values without errors
   * @param featureTopics topics of optional features
   */
  public static Connection of(SettingValues values, List<FeatureTopic> featureTopics) {
    return new Connection(
        values.get(BOOTSTRAP_SERVERS),
        values.get(APPLICATION_ID),
        new Topics(
            values.get(TOPICS_REVIEWS), values.get(TOPICS_SCORES), values.get(TOPICS_DEAD_LETTER)),
        featureTopics,
        values.get(PROCESSING_GUARANTEE),
        values.get(REVIEW_MAX_BYTES),
        values.kafka());
  }
}
