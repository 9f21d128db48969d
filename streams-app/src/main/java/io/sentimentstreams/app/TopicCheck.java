package io.sentimentstreams.app;

import io.sentimentstreams.config.Settings;
import io.sentimentstreams.config.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the topics before anything is read from them: all must exist and have the same number of
 * partitions, because a score goes to the partition number of its review.
 */
final class TopicCheck {

  private static final int TIMEOUT_SECONDS = 30;
  private static final int BROKER_DEFAULT_BYTES = 1_048_588;

  /** More than a score adds to what it repeats of its review. */
  private static final int SCORE_BYTES = 4_096;

  private final Settings settings;
  private final Topics topics;

  TopicCheck(Settings settings) {
    this.settings = settings;
    topics = settings.topics();
  }

  /**
   * Checks the topics.
   *
   * @return the largest records that can be written
   * @throws StartFailed if the topics cannot be used, with every fault
   */
  TopicLimits run() {
    try {
      return run(Admin.create(ClientConfig.admin(settings)));
    } catch (KafkaException e) {
      throw new StartFailed(
          "Kafka's client cannot be made: %s; check bootstrap.servers and what begins with kafka."
              .formatted(causes(e)),
          e);
    }
  }

  private TopicLimits run(Admin admin) {
    try {
      requirePartitions(partitions(admin));
      TopicLimits limits = limits(admin);
      requireRoom(limits);
      return limits;
    } finally {
      // Not a patient close: where there is no cluster, it would wait for calls given up already.
      admin.close(Duration.ZERO);
    }
  }

  private Map<String, OptionalInt> partitions(Admin admin) {
    List<String> names = List.of(topics.reviews(), topics.scores(), topics.deadLetter());
    Map<String, KafkaFuture<TopicDescription>> described =
        admin.describeTopics(names).topicNameValues();
    Map<String, OptionalInt> partitions = new LinkedHashMap<>();
    for (String name : names) {
      KafkaFuture<TopicDescription> topic = described.get(name);
      if (topic == null) {
        throw new AssertionError("Kafka's client answers for every topic, not for " + name);
      }
      try {
        int count = await(topic).partitions().size();
        partitions.put(name, OptionalInt.of(count));
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw unanswered(e);
        }
        partitions.put(name, OptionalInt.empty());
      }
    }
    return partitions;
  }

  /** Refuses topics that do not exist (no number) or differ from the reviews in their number. */
  void requirePartitions(Map<String, OptionalInt> partitions) {
    OptionalInt reviews = partitions.getOrDefault(topics.reviews(), OptionalInt.empty());
    List<String> faults = new ArrayList<>();
    partitions.forEach(
        (name, count) -> {
          if (count.isEmpty()) {
            faults.add(missing(name, reviews));
          } else if (reviews.isPresent() && count.getAsInt() != reviews.getAsInt()) {
            faults.add(unequal(name, count.getAsInt(), reviews.getAsInt()));
          }
        });
    if (!faults.isEmpty()) {
      throw new StartFailed(String.join("\n", faults), null);
    }
  }

  /** Refuses a topic of scores that could not take the score of the largest review. */
  void requireRoom(TopicLimits limits) {
    long largestScore = (long) settings.reviewMaxBytes() + SCORE_BYTES;
    if (limits.scores() < largestScore) {
      throw new StartFailed(
          ("topic %s takes records of up to %d bytes; a score repeats key, headers and identifiers"
                  + " of its review, so that review.max.bytes=%d asks for %d; lower"
                  + " review.max.bytes or raise the topic's max.message.bytes")
              .formatted(topics.scores(), limits.scores(), settings.reviewMaxBytes(), largestScore),
          null);
    }
  }

  private String missing(String topic, OptionalInt partitions) {
    return "topic %s does not exist; create it: %s --create --topic %s --partitions %s"
        .formatted(
            topic, command(), topic, partitions.isPresent() ? partitions.getAsInt() : "NUMBER");
  }

  private String unequal(String topic, int count, int reviews) {
    String problem =
        "topic %s has %d partitions, but %s has %d; "
            .formatted(topic, count, topics.reviews(), reviews);
    return count < reviews
        ? problem
            + "add some: %s --alter --topic %s --partitions %d".formatted(command(), topic, reviews)
        : problem
            + "name another topic, or add to the other: %s --alter --topic %s --partitions %d"
                .formatted(command(), topics.reviews(), count);
  }

  private String command() {
    return "kafka-topics.sh --bootstrap-server " + settings.bootstrapServers();
  }

  private TopicLimits limits(Admin admin) {
    ConfigResource scores = new ConfigResource(ConfigResource.Type.TOPIC, topics.scores());
    ConfigResource letters = new ConfigResource(ConfigResource.Type.TOPIC, topics.deadLetter());
    try {
      Map<ConfigResource, Config> configs =
          await(admin.describeConfigs(List.of(scores, letters)).all());
      return new TopicLimits(limit(configs.get(scores)), limit(configs.get(letters)));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException) {
        return new TopicLimits(BROKER_DEFAULT_BYTES, BROKER_DEFAULT_BYTES);
      }
      throw unanswered(e);
    }
  }

  private static int limit(@Nullable Config config) {
    if (config == null || config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG) == null) {
      return BROKER_DEFAULT_BYTES;
    }
    return Integer.parseInt(config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
  }

  private <T> T await(KafkaFuture<T> future) throws ExecutionException {
    try {
      return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw unanswered(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailed("interrupted while the topics were checked; start again", e);
    }
  }

  private StartFailed unanswered(Exception e) {
    return new StartFailed(
        "the cluster at %s does not tell about the topics (%s); check bootstrap.servers, the network and the application's rights"
            .formatted(settings.bootstrapServers(), causes(e)),
        e);
  }

  private static String causes(Throwable e) {
    Throwable last = e;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
  }
}
