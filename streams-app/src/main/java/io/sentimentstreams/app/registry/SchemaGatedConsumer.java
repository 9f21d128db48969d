package io.sentimentstreams.app.registry;

import io.sentimentstreams.schemas.wire.WireFormat;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A consumer that gives no record whose schema is not known yet, nor what lies behind it in the
 * partition. The partition waits, paused, at the record's offset; the others go on, the group is
 * polled as ever, and offsets before it are committed. When the schema is known the partition goes
 * on by itself. Not thread-safe, as consumers are not.
 */
final class SchemaGatedConsumer implements InvocationHandler {

  private final Consumer<byte[], byte[]> consumer;
  private final IntPredicate isKnown;
  private final Set<TopicPartition> waiting;
  private final Map<TopicPartition, Integer> held = new HashMap<>();
  private final Set<TopicPartition> pausedByCaller = new HashSet<>();

  private SchemaGatedConsumer(
      Consumer<byte[], byte[]> consumer, IntPredicate isKnown, Set<TopicPartition> waiting) {
    this.consumer = consumer;
    this.isKnown = isKnown;
    this.waiting = waiting;
  }

  /**
   * Holds back what a consumer reads.
   *
   * @param consumer what reads
   * @param isKnown whether the schema of an id is known; asked again and again until it is
   * @param waiting told which partitions wait; shared with other threads
   */
  @SuppressWarnings("unchecked")
  static Consumer<byte[], byte[]> of(
      Consumer<byte[], byte[]> consumer, IntPredicate isKnown, Set<TopicPartition> waiting) {
    return (Consumer<byte[], byte[]>)
        Proxy.newProxyInstance(
            Consumer.class.getClassLoader(),
            new Class<?>[] {Consumer.class},
            new SchemaGatedConsumer(consumer, isKnown, waiting));
  }

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    switch (method.getName()) {
      case "poll" -> {
        return poll((Duration) first(arguments));
      }
      case "pause" -> pausedByCaller.addAll((Collection<TopicPartition>) first(arguments));
      case "resume" -> {
        resume((Collection<TopicPartition>) first(arguments));
        return null;
      }
      case "close" -> waiting.removeAll(held.keySet());
      default -> {}
    }
    try {
      return method.invoke(consumer, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static Object first(Object @Nullable [] arguments) {
    if (arguments == null) {
      throw new IllegalArgumentException("an argument is missing");
    }
    return arguments[0];
  }

  private void resume(Collection<TopicPartition> partitions) {
    pausedByCaller.removeAll(partitions);
    consumer.resume(partitions.stream().filter(p -> !held.containsKey(p)).toList());
  }

  private ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    release();
    ConsumerRecords<byte[], byte[]> records = consumer.poll(timeout);
    forgetWhatIsNotOurs();
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

  /** A rebalance may have taken partitions during the poll. */
  private void forgetWhatIsNotOurs() {
    if (held.isEmpty() && pausedByCaller.isEmpty()) {
      return;
    }
    Set<TopicPartition> ours = consumer.assignment();
    pausedByCaller.retainAll(ours);
    for (TopicPartition partition : List.copyOf(held.keySet())) {
      if (!ours.contains(partition)) {
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
        byte[] value = record.value();
        if (value != null
            && WireFormat.isRegistered(value)
            && !isKnown.test(WireFormat.schemaId(value))) {
          unknown.put(partition, record);
          break;
        }
      }
    }
    return unknown;
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
    byte[] value = record.value();
    OffsetAndMetadata at = new OffsetAndMetadata(record.offset(), record.leaderEpoch(), "");
    consumer.seek(partition, at);
    consumer.pause(List.of(partition));
    held.put(partition, WireFormat.schemaId(value));
    waiting.add(partition);
    return at;
  }
}
