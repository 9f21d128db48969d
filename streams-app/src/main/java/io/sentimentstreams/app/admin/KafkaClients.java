package io.sentimentstreams.app.admin;

import io.sentimentstreams.app.config.SecretReferences;
import io.sentimentstreams.app.kafka.KafkaErrorKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Factory of clients that connect as the application does, with its settings of Kafka's clients.
 * Immutable, thread-safe.
 */
public final class KafkaClients {

  /** Above the maximum of any topic, so that each record that was read can be written. */
  private static final int MAX_REQUEST = 128 << 20;

  /** A fraction of the timeout of {@link AdminCalls}. */
  private static final int ANSWER_MILLIS = 5_000;

  private final Connection connection;

  /**
   * Creates a factory.
   *
   * @param connection the cluster and the settings of its clients
   */
  public KafkaClients(Connection connection) {
    this.connection = connection;
  }

  /**
   * Creates a client that reads and changes the cluster.
   *
   * @param purpose suffix of the client id
   * @throws ClusterValidationException if Kafka rejects the settings
   */
  public Admin admin(String purpose) {
    Map<String, Object> config =
        config(purpose, AdminClientConfig.configNames(), StreamsConfig.ADMIN_CLIENT_PREFIX);
    return created(() -> Admin.create(config));
  }

  /**
   * Creates a client that reads the state of the cluster. If a broker accepts connections but does
   * not answer within seconds, the client asks another one.
   *
   * @param purpose suffix of the client id
   * @throws ClusterValidationException if Kafka rejects the settings
   */
  Admin inquirer(String purpose) {
    Map<String, Object> config =
        config(purpose, AdminClientConfig.configNames(), StreamsConfig.ADMIN_CLIENT_PREFIX);
    config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    return created(() -> Admin.create(config));
  }

  /**
   * Creates a consumer of committed records, without automatic commits. It starts at the beginning
   * if its group has no offsets.
   *
   * @param purpose suffix of the client id
   * @param group consumer group
   * @throws ClusterValidationException if Kafka rejects the settings
   */
  public Consumer<byte[], byte[]> consumer(String purpose, String group) {
    Map<String, Object> config =
        config(purpose, ConsumerConfig.configNames(), StreamsConfig.CONSUMER_PREFIX);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return created(
        () ->
            new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
  }

  /**
   * Creates a transactional producer for records of any size.
   *
   * @param purpose suffix of the client id
   * @param transactionalId fences other producers with the same id
   * @throws ClusterValidationException if Kafka rejects the settings
   */
  public Producer<byte[], byte[]> producer(String purpose, String transactionalId) {
    Map<String, Object> config =
        config(purpose, ProducerConfig.configNames(), StreamsConfig.PRODUCER_PREFIX);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) MAX_REQUEST);
    return created(
        () -> new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  private Map<String, Object> config(String purpose, Set<String> known, String prefix) {
    Map<String, Object> config = new HashMap<>();
    Map<String, String> kafka = created(() -> SecretReferences.resolved(connection.kafka()));
    kafka.forEach(
        (name, value) -> {
          if (known.contains(name) || name.startsWith(AbstractConfig.CONFIG_PROVIDERS_CONFIG)) {
            config.put(name, value);
          }
        });
    kafka.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            config.put(name.substring(prefix.length()), value);
          }
        });
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, connection.bootstrapServers());
    config.put(CommonClientConfigs.CLIENT_ID_CONFIG, connection.applicationId() + "-" + purpose);
    return config;
  }

  private static <T> T created(Supplier<T> client) {
    try {
      return client.get();
    } catch (KafkaException e) {
      throw new ClusterValidationException(
          "Kafka client was not created: %s. %s"
              .formatted(
                  KafkaErrorKind.innermost(e), KafkaErrorKind.INVALID_CONFIGURATION.remedy()),
          e);
    }
  }
}
