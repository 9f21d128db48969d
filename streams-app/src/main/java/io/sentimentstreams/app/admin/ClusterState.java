package io.sentimentstreams.app.admin;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The state of the brokers, topics and ACLs that the application needs.
 *
 * @param brokers the number of running brokers
 * @param topics by name
 * @param group whether the application may join its consumer group
 * @param transactions whether the application may write in transactions; true if it does not
 */
record ClusterState(
    int brokers, Map<String, TopicState> topics, boolean group, boolean transactions) {

  private static final int BROKER_DEFAULT_BYTES = 1_048_588;

  ClusterState {
    topics = Map.copyOf(topics);
  }

  /** Returns the state of a topic. */
  TopicState topic(String name) {
    return topics.getOrDefault(name, new TopicState.Missing());
  }

  /** Returns the maximum bytes of a record; the broker's default if the topic's is unknown. */
  int maxBytes(String topic) {
    if (topic(topic) instanceof TopicState.Present present) {
      return present
          .setting(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
          .map(Integer::parseInt)
          .orElse(BROKER_DEFAULT_BYTES);
    }
    return BROKER_DEFAULT_BYTES;
  }
}
