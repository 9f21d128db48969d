package io.sentimentstreams.app.admin;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Validator of the timestamps that written topics accept. Each written record has the timestamp of
 * its review; if a topic rejects it, the application stops, and again after each restart.
 *
 * @param connection the topics
 * @param commands commands
 */
record TimestampTypeValidator(Connection connection, KafkaCommands commands) {

  private static final String AFTER = TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG;
  private static final String BEFORE = TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG;

  /** Returns every error with its remedy, one per line. */
  List<String> errors(ClusterState state) {
    List<String> errors = new ArrayList<>();
    if (state.topic(connection.topics().reviews()) instanceof TopicState.Present reviews) {
      for (String name : connection.topicNames()) {
        if (state.topic(name) instanceof TopicState.Present topic
            && !name.equals(connection.topics().reviews())
            && !topic.hasOwnTimestamps()) {
          checkFuture(name, topic, reviews, errors);
          checkPast(name, topic, reviews, errors);
        }
      }
    }
    return errors;
  }

  /** A timestamp in the future comes nearer to the present before the review is scored. */
  private void checkFuture(
      String name, TopicState.Present topic, TopicState.Present reviews, List<String> errors) {
    long taken = reviews.hasOwnTimestamps() ? 0 : reviews.number(AFTER, 0);
    if (topic.number(AFTER, taken) < taken) {
      errors.add(
          "Topic %s has %s=%d, but %s has %d, and scores have the timestamps of reviews. Raise it: %s"
              .formatted(
                  name,
                  AFTER,
                  topic.number(AFTER, taken),
                  connection.topics().reviews(),
                  taken,
                  commands.set(name, AFTER + "=" + taken)));
    }
  }

  /** A review of the maximum age can wait for the retention of the input topic. */
  private void checkPast(
      String name, TopicState.Present topic, TopicState.Present reviews, List<String> errors) {
    long taken = reviews.hasOwnTimestamps() ? 0 : reviews.number(BEFORE, 0);
    long oldest = sum(taken, kept(reviews));
    if (topic.number(BEFORE, oldest) < oldest) {
      errors.add(
          ("Topic %s has %s=%d, but a review of topic %s can be %d ms old when it is scored (%s plus"
                  + " %s), and scores have the timestamps of reviews. Raise it: %s")
              .formatted(
                  name,
                  BEFORE,
                  topic.number(BEFORE, oldest),
                  connection.topics().reviews(),
                  oldest,
                  BEFORE,
                  TopicConfig.RETENTION_MS_CONFIG,
                  commands.set(name, BEFORE + "=" + oldest)));
    }
  }

  private static long kept(TopicState.Present reviews) {
    long retention = reviews.number(TopicConfig.RETENTION_MS_CONFIG, 0);
    return retention < 0 ? Long.MAX_VALUE : retention;
  }

  private static long sum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
