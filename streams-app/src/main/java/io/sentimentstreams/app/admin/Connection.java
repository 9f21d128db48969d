package io.sentimentstreams.app.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The cluster, its topics and the rights on them: what a command needs to work on the application's
 * topics. Immutable.
 *
 * @param bootstrapServers host:port, separated by commas
 * @param applicationId the consumer group of the application
 * @param topics of reviews, scores and dead letters
 * @param featureTopics topics of optional features
 * @param guarantee whether the application writes in transactions
 * @param reviewMaxBytes the maximum size of a record in bytes, at least 1
 * @param kafka settings of Kafka's clients; may hold secrets
 */
public record Connection(
    String bootstrapServers,
    String applicationId,
    Topics topics,
    List<FeatureTopic> featureTopics,
    ProcessingGuarantee guarantee,
    int reviewMaxBytes,
    Map<String, String> kafka) {

  public Connection {
    featureTopics = List.copyOf(featureTopics);
    kafka = Map.copyOf(kafka);
  }

  /** Returns the names of all topics, the input topic first. */
  public List<String> topicNames() {
    List<String> names = new ArrayList<>(topics.all());
    featureTopics.forEach(topic -> names.add(topic.name()));
    return List.copyOf(names);
  }

  /** Returns the cluster and the topics, without secrets. */
  @Override
  public String toString() {
    return "bootstrap.servers=%s application.id=%s topics=%s"
        .formatted(bootstrapServers, applicationId, topicNames());
  }
}
