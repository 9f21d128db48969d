package io.sentimentstreams.app.config;

import java.util.Map;

/**
 * What a command needs to work on the application's topics without the application. Immutable.
 *
 * @param bootstrapServers where the Kafka cluster is first asked, host:port separated by commas
 * @param applicationId the group whose instances share the work
 * @param topics the topics' names, all different
 * @param guarantee whether the application writes in transactions
 * @param reviewMaxBytes the size of a record above which it is not read, at least 1
 * @param kafka what is passed on to Kafka's clients; may hold secrets
 */
public record Connection(
    String bootstrapServers,
    String applicationId,
    Topics topics,
    ProcessingGuarantee guarantee,
    int reviewMaxBytes,
    Map<String, String> kafka) {

  public Connection {
    kafka = Map.copyOf(kafka);
  }

  /** Where the cluster is and what the topics are called, without secrets. */
  @Override
  public String toString() {
    return "bootstrap.servers=%s application.id=%s topics=%s"
        .formatted(bootstrapServers, applicationId, topics);
  }
}
