package io.sentimentstreams.app.topology;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Sends a record to the partition number that it was read from, whatever partitioner its producer
 * had and whether or not it has a key. So the order of a partition is kept, and a score lies where
 * its review lies.
 */
final class SourcePartitionPartitioner implements StreamPartitioner<byte[], PartitionedValue> {

  @Override
  public Optional<Set<Integer>> partitions(
      String topic, byte[] key, PartitionedValue value, int partitionCount) {
    if (value.partition() >= partitionCount) {
      throw new IllegalStateException(
          ("topic %s has %d partitions, too few for a record of partition %d; give it as many as"
                  + " the topic of reviews has and start again")
              .formatted(topic, partitionCount, value.partition()));
    }
    return Optional.of(Set.of(value.partition()));
  }
}
