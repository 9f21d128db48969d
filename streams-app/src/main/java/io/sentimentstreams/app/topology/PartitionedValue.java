package io.sentimentstreams.app.topology;

import org.jspecify.annotations.Nullable;

/** The value of a record to be written, and the partition that its review was read from. */
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
