package io.sentimentstreams.app.admin;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.TopicConfig;

/** The state of a topic. */
sealed interface TopicState {

  /** The topic does not exist. */
  record Missing() implements TopicState {}

  /** The client may not describe the topic. */
  record Forbidden() implements TopicState {}

  /**
   * The topic exists.
   *
   * @param partitions at least 1
   * @param settings by Kafka's names; empty if the client may not read them
   * @param rights the operations that the client may perform
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

    /** Returns a numeric setting, or {@code other} if it is unknown. */
    long number(String name, long other) {
      return setting(name).map(Long::parseLong).orElse(other);
    }

    /** Returns whether the topic assigns timestamps instead of storing those of the records. */
    boolean hasOwnTimestamps() {
      return setting(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG)
          .filter("LogAppendTime"::equals)
          .isPresent();
    }
  }
}
