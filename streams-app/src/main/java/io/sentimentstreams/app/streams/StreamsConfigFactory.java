package io.sentimentstreams.app.streams;

import io.sentimentstreams.app.config.ItemSettings;
import io.sentimentstreams.app.config.ProcessingGuarantee;
import io.sentimentstreams.app.config.SecretReferences;
import io.sentimentstreams.app.config.Settings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The configuration of Kafka Streams: the application's settings and the pass-through ones. */
public final class StreamsConfigFactory {

  /** The constant is deprecated, because the next major version of Kafka removes the setting. */
  private static final String GLOBAL_EXCEPTION_HANDLER =
      "processing.exception.handler.global.enabled";

  /**
   * The time that a producer waits for more scores in a request. Kafka Streams' default of 100 ms
   * would dominate the latency; 5 ms still fill requests at a high rate.
   */
  private static final int LINGER_MILLIS = 5;

  /**
   * The number of reviews of a partition in memory. Kafka Streams' default of 1,000 per partition
   * can take gigabytes. A few are enough, because scoring takes longer than fetching.
   */
  private static final int BUFFERED_RECORDS = 16;

  /** The maximum number of reviews per poll, for the same reason. */
  private static final int MAX_POLL_RECORDS = 64;

  private StreamsConfigFactory() {}

  /**
   * Returns the configuration.
   *
   * @param largestRecord the maximum size of a written record in bytes
   */
  public static StreamsConfig streams(Settings settings, int largestRecord) {
    Map<String, Object> config = new HashMap<>();
    config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitInterval().toMillis());
    config.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED_RECORDS);
    // Without the consumer's prefix, so that either spelling in the settings overrides it.
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
    config.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
    config.put(
        StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
        RetryingProductionExceptionHandler.class.getName());
    config.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), largestRecord);
    // With transactions, a score is visible after the commit, which sends pending records at once.
    if (settings.guarantee() == ProcessingGuarantee.AT_LEAST_ONCE) {
      // Without the producer's prefix, so that either spelling in the settings overrides it.
      config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
    }
    // Reviews of aborted transactions were never published.
    config.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG), "read_committed");
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, settings.guarantee().setting());
    settings
        .items()
        .flatMap(ItemSettings::server)
        .ifPresent(server -> config.put(StreamsConfig.APPLICATION_SERVER_CONFIG, server));
    // There are no global stores; without this setting, Kafka Streams logs a warning.
    config.put(GLOBAL_EXCEPTION_HANDLER, true);
    config.putAll(SecretReferences.resolved(settings.kafka()));
    return new StreamsConfig(config);
  }
}
