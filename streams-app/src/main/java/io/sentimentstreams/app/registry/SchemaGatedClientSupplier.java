package io.sentimentstreams.app.registry;

import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaClientSupplier;

/** The clients of another supplier, with consumers that hold back what cannot be read yet. */
final class SchemaGatedClientSupplier implements KafkaClientSupplier {

  private final KafkaClientSupplier clients;
  private final IntPredicate isKnown;
  private final Set<TopicPartition> waiting;

  SchemaGatedClientSupplier(
      KafkaClientSupplier clients, IntPredicate isKnown, Set<TopicPartition> waiting) {
    this.clients = clients;
    this.isKnown = isKnown;
    this.waiting = waiting;
  }

  @Override
  public Admin getAdmin(Map<String, Object> config) {
    return clients.getAdmin(config);
  }

  @Override
  public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
    return clients.getProducer(config);
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
    return SchemaGatedConsumer.of(clients.getConsumer(config), isKnown, waiting);
  }

  @Override
  public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
    return clients.getRestoreConsumer(config);
  }

  @Override
  public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
    return clients.getGlobalConsumer(config);
  }
}
