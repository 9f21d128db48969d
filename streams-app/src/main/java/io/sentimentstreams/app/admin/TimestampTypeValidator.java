package io.sentimentstreams.app.admin;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Whether everything that is written about a review can have the review's timestamp. What is
 * refused for its timestamp would stop the application, and again after each start.
 */
record TimestampTypeValidator(Connection connection, KafkaCommands remedies) {

  private static final String AFTER = TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG;
  private static final String BEFORE = TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG;

  /** Everything that will not do, with its remedy, a line each. */
  List<String> faults(ClusterState state) {
    List<String> faults = new ArrayList<>();
    if (state.topic(connection.topics().reviews()) instanceof TopicState.Present reviews) {
      for (String name : connection.topicNames()) {
        if (state.topic(name) instanceof TopicState.Present topic
            && !name.equals(connection.topics().reviews())
            && !topic.hasOwnTimestamps()) {
          checkFuture(name, topic, reviews, faults);
          checkPast(name, topic, reviews, faults);
        }
      }
    }
    return faults;
  }

  /** A review comes nearer to the present before it is scored, never farther from it. */
  private void checkFuture(
      String name, TopicState.Present topic, TopicState.Present reviews, List<String> faults) {
    long taken = reviews.hasOwnTimestamps() ? 0 : reviews.number(AFTER, 0);
    if (topic.number(AFTER, taken) < taken) {
      faults.add(
          "topic %s has %s=%d, but %s has %d, and what is written has its review's timestamp; raise it: %s"
              .formatted(
                  name,
                  AFTER,
                  topic.number(AFTER, taken),
                  connection.topics().reviews(),
                  taken,
                  remedies.set(name, AFTER + "=" + taken)));
    }
  }

  /** A review that was just young enough waits as long as its topic keeps it. */
  private void checkPast(
      String name, TopicState.Present topic, TopicState.Present reviews, List<String> faults) {
    long taken = reviews.hasOwnTimestamps() ? 0 : reviews.number(BEFORE, 0);
    long oldest = sum(taken, kept(reviews));
    if (topic.number(BEFORE, oldest) < oldest) {
      faults.add(
          ("topic %s has %s=%d, but a review of topic %s may be %d ms old when it is scored (its %s"
                  + " and %s), and what is written has its review's timestamp; raise it: %s")
              .formatted(
                  name,
                  BEFORE,
                  topic.number(BEFORE, oldest),
                  connection.topics().reviews(),
                  oldest,
                  BEFORE,
                  TopicConfig.RETENTION_MS_CONFIG,
                  remedies.set(name, BEFORE + "=" + oldest)));
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
