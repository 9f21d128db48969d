package io.sentimentstreams.app.streams;

import io.sentimentstreams.app.metrics.PublishLatency;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/** Creates the clients of Kafka Streams; producers and main consumers are wrapped. Thread-safe. */
public final class WrappedClientSupplier implements KafkaClientSupplier {

  private final Supplier<PublishLatency> latencies;
  private final UnaryOperator<Consumer<byte[], byte[]>> gate;

  /**
   * Creates a supplier.
   *
   * @param latencies called once per producer
   * @param gate wraps the consumers of source topics
   */
  public WrappedClientSupplier(
      Supplier<PublishLatency> latencies, UnaryOperator<Consumer<byte[], byte[]>> gate) {
    this.latencies = latencies;
    this.gate = gate;
  }

  @Override
  public Admin getAdmin(Map<String, Object> config) {
    return Admin.create(config);
  }

  @Override
  public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
    return PublishTimer.of(
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()),
        latencies.get(),
        config.containsKey(ProducerConfig.TRANSACTIONAL_ID_CONFIG));
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
    return gate.apply(newConsumer(config));
  }

  @Override
  public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
    return newConsumer(config);
  }

  @Override
  public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
    return newConsumer(config);
  }

  private static Consumer<byte[], byte[]> newConsumer(Map<String, Object> config) {
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }
}
