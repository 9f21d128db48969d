package io.sentimentstreams.app.streams;

import io.sentimentstreams.app.admin.Connection;
import io.sentimentstreams.app.admin.ProcessingGuarantee;
import io.sentimentstreams.app.config.SecretReferences;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** What Kafka Streams is told: our settings, under what is passed on to them. */
public final class StreamsConfigFactory {

  /** Its constant is deprecated, because the next major version of Kafka drops the choice. */
  private static final String GLOBAL_EXCEPTION_HANDLER =
      "processing.exception.handler.global.enabled";

  /**
   * How long a score may wait for others that go with it in one request. Kafka Streams' own 100 ms
   * would be most of a score's way; so short a wait still fills requests when there is much to do.
   */
  private static final int LINGER_MILLIS = 5;

  /**
   * How many reviews of a partition wait in memory. Kafka Streams' own 1,000 of each partition are
   * gigabytes where reviews are large. Scoring takes longer than to fetch, and what is fetched next
   * is on its way meanwhile, so that few that wait do.
   */
  private static final int WAITING = 16;

  /** How many reviews come at once; for the same reason not 1,000. */
  private static final int POLLED = 64;

  private StreamsConfigFactory() {}

  /**
   * Returns the configuration of the Kafka Streams client.
   *
   * @param applicationServer host:port at which other instances reach this one
   * @param largestRecord bytes of the largest record that is written
   */
  public static StreamsConfig streams(
      Connection connection,
      StreamsSettings settings,
      Optional<String> applicationServer,
      int largestRecord) {
    Map<String, Object> config = new HashMap<>();
    config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitInterval().toMillis());
    config.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, WAITING);
    // Without the consumer's prefix, as below.
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLLED);
    config.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
    config.put(
        StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
        RetryingProductionExceptionHandler.class.getName());
    config.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), largestRecord);
    // With transactions a score is not seen before the commit, which sends at once what waits.
    if (connection.guarantee() == ProcessingGuarantee.AT_LEAST_ONCE) {
      // Without the producer's prefix, so that either spelling in the settings goes before it.
      config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
    }
    // Reviews of a producer's aborted transaction were never published.
    config.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, connection.applicationId());
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, connection.bootstrapServers());
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, connection.guarantee().setting());
    applicationServer.ifPresent(
        server -> config.put(StreamsConfig.APPLICATION_SERVER_CONFIG, server));
    // There are no global stores; saying so keeps Kafka Streams from warning.
    config.put(GLOBAL_EXCEPTION_HANDLER, true);
    config.putAll(SecretReferences.resolved(connection.kafka()));
    return new StreamsConfig(config);
  }
}
