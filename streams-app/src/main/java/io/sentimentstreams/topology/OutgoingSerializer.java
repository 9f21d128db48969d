package io.sentimentstreams.topology;

import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes a value as it is. */
final class OutgoingSerializer implements Serializer<Outgoing> {

  @Override
  public byte @Nullable [] serialize(String topic, Outgoing outgoing) {
    return outgoing.bytes();
  }
}
