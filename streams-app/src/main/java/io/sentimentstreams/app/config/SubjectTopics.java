package io.sentimentstreams.app.config;

import java.time.Duration;
import java.util.List;

/**
 * The names of the topics that the sentiment by subject needs.
 *
 * @param scores where scores are written by subject, for the instance that counts them
 * @param sentiment where the sentiment is written
 * @param changelog from which Kafka Streams restores what was counted
 * @param retention how long windows are remembered
 */
public record SubjectTopics(String scores, String sentiment, String changelog, Duration retention) {

  /** The store of what was counted, as Kafka Streams names it. */
  public static final String STORE = "subject-windows";

  /**
   * The topics of one application.
   *
   * @param applicationId by which Kafka Streams names its own topics
   */
  public static SubjectTopics of(
      String applicationId, String scores, String sentiment, Duration retention) {
    return new SubjectTopics(
        scores, sentiment, applicationId + "-" + STORE + "-changelog", retention);
  }

  List<String> all() {
    return List.of(scores, sentiment, changelog);
  }
}
