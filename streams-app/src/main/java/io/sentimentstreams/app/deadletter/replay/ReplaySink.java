package io.sentimentstreams.app.deadletter.replay;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Writes replayed records. */
public interface ReplaySink {

  /**
   * Writes records and commits offsets of the dead-letter topic atomically.
   *
   * @param records in order; may be empty
   * @param reached the next offset of each partition
   * @throws ReplayStoppedException if nothing was written or committed
   */
  void deliver(
      List<ProducerRecord<byte[], byte[]>> records, Map<TopicPartition, OffsetAndMetadata> reached);

  /** Returns a sink that does nothing, for a dry run. */
  static ReplaySink none() {
    return (records, reached) -> {};
  }
}
