package io.sentimentstreams.app.topology;

import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes a value as it is. */
public final class PartitionedValueSerializer implements Serializer<PartitionedValue> {

  @Override
  public byte @Nullable [] serialize(String topic, PartitionedValue outgoing) {
    return outgoing.bytes();
  }
}
