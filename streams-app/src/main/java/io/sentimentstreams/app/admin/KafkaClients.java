package io.sentimentstreams.app.admin;

import io.sentimentstreams.app.config.Connection;
import io.sentimentstreams.app.config.SecretReferences;
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
 * Makes clients that connect as the application does: with everything that is passed on to Kafka.
 * Immutable, thread-safe.
 */
public final class KafkaClients {

  /** More than any topic takes: what is read must fit into what is written. */
  private static final int MAX_REQUEST = 128 << 20;

  /** A fraction of the time that {@link AdminCalls} waits. */
  private static final int ANSWER_MILLIS = 5_000;

  private final Connection connection;

  /**
   * Makes clients of one cluster.
   *
   * @param connection where the cluster is and what is passed on
   */
  public KafkaClients(Connection connection) {
    this.connection = connection;
  }

  /**
   * A client that asks and changes the cluster.
   *
   * @param purpose what the cluster's logs call it, behind the application's id
   * @throws ClusterValidationException if Kafka refuses the settings
   */
  public Admin admin(String purpose) {
    Map<String, Object> config =
        config(purpose, AdminClientConfig.configNames(), StreamsConfig.ADMIN_CLIENT_PREFIX);
    return made(() -> Admin.create(config));
  }

  /**
   * A client that only asks. It leaves a broker that takes connections but answers nothing within
   * seconds, and asks another one.
   *
   * @param purpose what the cluster's logs call it, behind the application's id
   * @throws ClusterValidationException if Kafka refuses the settings
   */
  Admin inquirer(String purpose) {
    Map<String, Object> config =
        config(purpose, AdminClientConfig.configNames(), StreamsConfig.ADMIN_CLIENT_PREFIX);
    config.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    return made(() -> Admin.create(config));
  }

  /**
   * A client that reads what is committed, from the beginning on where nothing is committed for its
   * group, and commits nothing by itself.
   *
   * @param purpose what the cluster's logs call it, behind the application's id
   * @param group whose offsets it looks up
   * @throws ClusterValidationException if Kafka refuses the settings
   */
  public Consumer<byte[], byte[]> consumer(String purpose, String group) {
    Map<String, Object> config =
        config(purpose, ConsumerConfig.configNames(), StreamsConfig.CONSUMER_PREFIX);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return made(
        () ->
            new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
  }

  /**
   * A client that writes in transactions, records of any size.
   *
   * @param purpose what the cluster's logs call it, behind the application's id
   * @param transactionalId two clients of one id never write at the same time
   * @throws ClusterValidationException if Kafka refuses the settings
   */
  public Producer<byte[], byte[]> producer(String purpose, String transactionalId) {
    Map<String, Object> config =
        config(purpose, ProducerConfig.configNames(), StreamsConfig.PRODUCER_PREFIX);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) MAX_REQUEST);
    return made(
        () -> new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  private Map<String, Object> config(String purpose, Set<String> known, String prefix) {
    Map<String, Object> config = new HashMap<>();
    Map<String, String> kafka = made(() -> SecretReferences.resolved(connection.kafka()));
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

  private static <T> T made(Supplier<T> client) {
    try {
      return client.get();
    } catch (KafkaException e) {
      throw new ClusterValidationException(
          "Kafka's client cannot be made: %s; check bootstrap.servers and what begins with kafka."
              .formatted(AdminCalls.innermost(e)),
          e);
    }
  }
}
