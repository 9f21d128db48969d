package io.sentimentstreams.app.admin;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.TopicConfig;

/** What a cluster says about a topic. */
sealed interface TopicState {

  /** There is no such topic. */
  record Missing() implements TopicState {}

  /** Who asks may not know whether there is such a topic. */
  record Forbidden() implements TopicState {}

  /**
   * There is such a topic.
   *
   * @param partitions how many, at least 1
   * @param settings by Kafka's names; empty if they may not be read
   * @param rights what may be done with the topic
   */
  record Present(int partitions, Map<String, String> settings, Set<AclOperation> rights)
      implements TopicState {

    public Present {
      settings = Map.copyOf(settings);
      rights = Set.copyOf(rights);
    }

    Optional<String> setting(String name) {
      return Optional.ofNullable(settings.get(name));
    }

    /** A setting that is a number; the other one where it is not known. */
    long number(String name, long other) {
      return setting(name).map(Long::parseLong).orElse(other);
    }

    /** Whether the topic gives records timestamps, rather than to take those that they have. */
    boolean hasOwnTimestamps() {
      return setting(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG)
          .filter("LogAppendTime"::equals)
          .isPresent();
    }
  }
}
