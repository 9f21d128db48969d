package io.sentimentstreams.app.deadletter.replay;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Takes what is to be replayed. */
public interface ReplaySink {

  /**
   * Writes records and remembers how far the dead letters were read: both or neither.
   *
   * @param records in their order; may be none
   * @param reached the next offset to be read of each partition that was read
   * @throws ReplayStoppedException if neither was done
   */
  void deliver(
      List<ProducerRecord<byte[], byte[]>> records, Map<TopicPartition, OffsetAndMetadata> reached);

  /** Writes and remembers nothing: for seeing what would happen. */
  static ReplaySink none() {
    return (records, reached) -> {};
  }
}
