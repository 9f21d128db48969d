package io.sentimentstreams.app.topology;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Writes a record to the partition number that its review was read from. This keeps the order of a
 * partition, with or without keys and for any partitioner of the producer. Thread-safe.
 */
final class SourcePartitionPartitioner implements StreamPartitioner<byte[], PartitionedValue> {

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, byte[] key, PartitionedValue value, int partitionCount) {
    if (value.partition() >= partitionCount) {
      throw new IllegalStateException(
          ("Topic %s has too few partitions for partition %d of the input topic: %d. Increase them"
                  + " to the number of the input topic and restart.")
              .formatted(topic, value.partition(), partitionCount));
    }
    return Optional.of(Set.of(value.partition()));
  }
}
