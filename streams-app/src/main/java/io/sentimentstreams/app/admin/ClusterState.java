package io.sentimentstreams.app.admin;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What a cluster says about everything that the application needs.
 *
 * @param brokers how many are up
 * @param topics by name
 * @param group whether the application may join its group
 * @param transactions whether the application may write in transactions; true where it does not
 */
record ClusterState(
    int brokers, Map<String, TopicState> topics, boolean group, boolean transactions) {

  private static final int BROKER_DEFAULT_BYTES = 1_048_588;

  ClusterState {
    topics = Map.copyOf(topics);
  }

  /** What is said about one topic. */
  TopicState topic(String name) {
    return topics.getOrDefault(name, new TopicState.Missing());
  }

  /** Bytes of the largest record that a topic takes; the broker's default where it is not known. */
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
