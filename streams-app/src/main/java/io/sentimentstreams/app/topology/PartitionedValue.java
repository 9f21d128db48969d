package io.sentimentstreams.app.topology;

import org.jspecify.annotations.Nullable;

/** A value on its way to a topic, with the partition that it goes to. */
final class PartitionedValue {

  private final byte @Nullable [] bytes;
  private final int partition;

  PartitionedValue(byte @Nullable [] bytes, int partition) {
    this.bytes = bytes;
    this.partition = partition;
  }

  byte @Nullable [] bytes() {
    return bytes;
  }

  int partition() {
    return partition;
  }
}
