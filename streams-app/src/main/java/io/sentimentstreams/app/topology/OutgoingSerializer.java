package io.sentimentstreams.app.topology;

import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes a value as it is. */
public final class OutgoingSerializer implements Serializer<Outgoing> {

  @Override
  public byte @Nullable [] serialize(String topic, Outgoing outgoing) {
    return outgoing.bytes();
  }
}
