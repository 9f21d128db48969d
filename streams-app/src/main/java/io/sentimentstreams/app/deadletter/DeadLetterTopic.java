package io.sentimentstreams.app.deadletter;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * A reader of the dead-letter topic up to its current end. Not thread-safe.
 *
 * <p>It assigns all partitions instead of subscribing, so no rebalance changes the order or the
 * end.
 */
public final class DeadLetterTopic {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Consumer<byte[], byte[]> consumer;
  private final String topic;

  /**
   * Creates a reader.
   *
   * @param consumer with isolation level read_committed and without automatic commits; not closed
   *     here
   * @param topic the dead-letter topic
   */
  public DeadLetterTopic(Consumer<byte[], byte[]> consumer, String topic) {
    this.consumer = consumer;
    this.topic = topic;
  }

  /** Receives dead letters in the order of each partition. */
  public interface Visitor {

    /**
     * Receives the records of one poll.
     *
     * @return whether to continue
     */
    boolean visit(Iterable<ConsumerRecord<byte[], byte[]>> records);
  }

  /**
   * Reads from the beginning.
   *
   * @throws TimeoutException if no record arrives for 30 s
   */
  public void readFromBeginning(Visitor visitor) {
    Set<TopicPartition> partitions = assigned();
    consumer.seekToBeginning(partitions);
    read(consumer.endOffsets(partitions), visitor);
  }

  /**
   * Reads from the committed offsets of the consumer's group, or from the beginning.
   *
   * @throws TimeoutException if no record arrives for 30 s
   */
  public void readOn(Visitor visitor) {
    Set<TopicPartition> partitions = assigned();
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(partitions);
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata reached = committed.get(partition);
      long beginning = beginnings.getOrDefault(partition, 0L);
      long offset = reached == null ? beginning : Math.max(beginning, reached.offset());
      consumer.seek(partition, offset);
    }
    read(ends, visitor);
  }

  /** Returns the dead letter at a position; empty if there is none. */
  public Optional<DeadLetter> find(int partition, long offset) {
    TopicPartition where = new TopicPartition(topic, partition);
    if (!partitions().contains(where)) {
      return Optional.empty();
    }
    consumer.assign(List.of(where));
    long end = consumer.endOffsets(List.of(where)).getOrDefault(where, 0L);
    long beginning = consumer.beginningOffsets(List.of(where)).getOrDefault(where, 0L);
    if (offset < beginning || offset >= end) {
      return Optional.empty();
    }
    consumer.seek(where, offset);
    FirstOnly first = new FirstOnly();
    read(Map.of(where, end), first);
    return first.found.filter(letter -> letter.record().offset() == offset);
  }

  private Set<TopicPartition> assigned() {
    Set<TopicPartition> partitions = partitions();
    consumer.assign(partitions);
    return partitions;
  }

  private Set<TopicPartition> partitions() {
    List<PartitionInfo> partitions = consumer.partitionsFor(topic);
    return partitions.stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private void read(Map<TopicPartition, Long> ends, Visitor visitor) {
    long progress = System.nanoTime();
    long before = -1;
    while (!isAt(ends)) {
      var records = consumer.poll(POLL);
      if (!records.isEmpty() && !visitor.visit(records)) {
        return;
      }
      long reached = ends.keySet().stream().mapToLong(consumer::position).sum();
      if (reached != before) {
        before = reached;
        progress = System.nanoTime();
      } else if (System.nanoTime() - progress > TIMEOUT.toNanos()) {
        throw new TimeoutException(
            "Topic %s: no record arrived for %d s. Check the cluster and try again."
                .formatted(topic, TIMEOUT.toSeconds()));
      }
    }
  }

  /** Returns whether the ends at the start were reached; later records are ignored. */
  private boolean isAt(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static final class FirstOnly implements Visitor {

    private Optional<DeadLetter> found = Optional.empty();

    @Override
    public boolean visit(Iterable<ConsumerRecord<byte[], byte[]>> records) {
      found = Optional.of(new DeadLetter(records.iterator().next()));
      return false;
    }
  }
}
