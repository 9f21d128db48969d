package io.sentimentstreams.app.config;

import java.time.Duration;
import java.util.List;

/**
 * The names of the topics that the sentiment by item needs.
 *
 * @param scores where scores are written by item, for the instance that counts them
 * @param sentiment where the sentiment is written
 * @param changelog from which Kafka Streams restores what was counted
 * @param retention how long windows are remembered
 */
public record ItemTopics(String scores, String sentiment, String changelog, Duration retention) {

  /** The store of what was counted, as Kafka Streams names it. */
  public static final String STORE = "item-windows";

  /**
   * The topics of one application.
   *
   * @param applicationId by which Kafka Streams names its own topics
   */
  public static ItemTopics of(
      String applicationId, String scores, String sentiment, Duration retention) {
    return new ItemTopics(scores, sentiment, applicationId + "-" + STORE + "-changelog", retention);
  }

  List<String> all() {
    return List.of(scores, sentiment, changelog);
  }
}
