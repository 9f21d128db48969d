package io.sentimentstreams.app.topology;

import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes the bytes of a value. Thread-safe. */
final class PartitionedValueSerializer implements Serializer<PartitionedValue> {

  @Override
  public byte @Nullable [] serialize(String topic, PartitionedValue value) {
    return value.bytes();
  }
}
