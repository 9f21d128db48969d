package io.sentimentstreams.app.streams;

import io.sentimentstreams.app.review.RecordHeaderValues;
import io.sentimentstreams.schemas.wire.SchemaId;
import io.sentimentstreams.schemas.wire.WireFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A consumer that returns no record whose schema is unknown, and no later record of its partition.
 * The partition is paused at the record's offset and resumes when the schema is known. Other
 * partitions continue, the consumer stays in its group, and earlier offsets are committed. Not
 * thread-safe: one per stream thread.
 */
final class SchemaGatedConsumer implements ClientProxy.Interceptor {

  private final Consumer<byte[], byte[]> consumer;
  private final Predicate<SchemaId> isKnown;
  private final Set<TopicPartition> waiting;
  private final Map<TopicPartition, SchemaId> held = new HashMap<>();
  private final Set<TopicPartition> pausedByCaller = new HashSet<>();

  private SchemaGatedConsumer(
      Consumer<byte[], byte[]> consumer, Predicate<SchemaId> isKnown, Set<TopicPartition> waiting) {
    this.consumer = consumer;
    this.isKnown = isKnown;
    this.waiting = waiting;
  }

  /**
   * Returns a consumer that holds records back.
   *
   * @param isKnown whether the schema of an id is known; called until it returns true
   * @param waiting updated with the paused partitions; shared with other threads
   */
  @SuppressWarnings("unchecked")
  static Consumer<byte[], byte[]> of(
      Consumer<byte[], byte[]> consumer, Predicate<SchemaId> isKnown, Set<TopicPartition> waiting) {
    return ClientProxy.of(
        Consumer.class, consumer, new SchemaGatedConsumer(consumer, isKnown, waiting));
  }

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable Object intercept(ClientProxy.Call call) throws Throwable {
    switch (call.name()) {
      case "poll" -> {
        return poll((Duration) call.argument(0));
      }
      case "pause" -> pausedByCaller.addAll((Collection<TopicPartition>) call.argument(0));
      case "resume" -> {
        resume((Collection<TopicPartition>) call.argument(0));
        return null;
      }
      case "close" -> waiting.removeAll(held.keySet());
      default -> {}
    }
    return call.proceed();
  }

  private void resume(Collection<TopicPartition> partitions) {
    pausedByCaller.removeAll(partitions);
    consumer.resume(partitions.stream().filter(p -> !held.containsKey(p)).toList());
  }

  private ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    release();
    ConsumerRecords<byte[], byte[]> records = consumer.poll(timeout);
    forgetRevoked();
    Map<TopicPartition, ConsumerRecord<byte[], byte[]>> unknown = firstUnknown(records);
    return unknown.isEmpty() ? records : before(unknown, records);
  }

  private void release() {
    List<TopicPartition> free =
        held.entrySet().stream()
            .filter(entry -> isKnown.test(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    for (TopicPartition partition : free) {
      held.remove(partition);
      waiting.remove(partition);
      if (!pausedByCaller.contains(partition) && consumer.assignment().contains(partition)) {
        consumer.resume(List.of(partition));
      }
    }
  }

  /** Forgets partitions that a rebalance revoked during the poll. */
  private void forgetRevoked() {
    if (held.isEmpty() && pausedByCaller.isEmpty()) {
      return;
    }
    Set<TopicPartition> assigned = consumer.assignment();
    pausedByCaller.retainAll(assigned);
    for (TopicPartition partition : List.copyOf(held.keySet())) {
      if (!assigned.contains(partition)) {
        held.remove(partition);
        waiting.remove(partition);
      }
    }
  }

  private Map<TopicPartition, ConsumerRecord<byte[], byte[]>> firstUnknown(
      ConsumerRecords<byte[], byte[]> records) {
    Map<TopicPartition, ConsumerRecord<byte[], byte[]>> unknown = new HashMap<>();
    for (TopicPartition partition : records.partitions()) {
      for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
        if (!schemaId(record).map(isKnown::test).orElse(true)) {
          unknown.put(partition, record);
          break;
        }
      }
    }
    return unknown;
  }

  private static Optional<SchemaId> schemaId(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value();
    return value == null
        ? Optional.empty()
        : WireFormat.schemaId(value, RecordHeaderValues.of(record.headers()));
  }

  private ConsumerRecords<byte[], byte[]> before(
      Map<TopicPartition, ConsumerRecord<byte[], byte[]>> unknown,
      ConsumerRecords<byte[], byte[]> records) {
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> given = new HashMap<>();
    Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>(records.nextOffsets());
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> all = records.records(partition);
      ConsumerRecord<byte[], byte[]> stop = unknown.get(partition);
      List<ConsumerRecord<byte[], byte[]>> good =
          stop == null ? all : all.subList(0, all.indexOf(stop));
      if (!good.isEmpty()) {
        given.put(partition, new ArrayList<>(good));
      }
      if (stop != null) {
        next.put(partition, hold(partition, stop));
      }
    }
    return new ConsumerRecords<>(given, next);
  }

  private OffsetAndMetadata hold(TopicPartition partition, ConsumerRecord<byte[], byte[]> record) {
    OffsetAndMetadata at = new OffsetAndMetadata(record.offset(), record.leaderEpoch(), "");
    consumer.seek(partition, at);
    consumer.pause(List.of(partition));
    held.put(partition, schemaId(record).orElseThrow());
    waiting.add(partition);
    return at;
  }
}
