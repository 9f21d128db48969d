package io.sentimentstreams.app.deadletter.replay;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * Writes each batch in one transaction with the offsets of a consumer group, so that a replay that
 * is killed goes on where it stopped. Not thread-safe.
 */
public final class TransactionalReplaySink implements ReplaySink {

  private final Producer<byte[], byte[]> producer;
  private final ConsumerGroupMetadata group;

  /**
   * Ends whatever another client of the same transactional id has begun.
   *
   * @param producer transactional and new; not closed here
   * @param group whose offsets say how far dead letters were replayed
   * @throws ReplayStoppedException if transactions cannot be used
   */
  public TransactionalReplaySink(Producer<byte[], byte[]> producer, ConsumerGroupMetadata group) {
    this.producer = producer;
    this.group = group;
    try {
      producer.initTransactions();
    } catch (KafkaException e) {
      throw stopped(e);
    }
  }

  @Override
  public void deliver(
      List<ProducerRecord<byte[], byte[]>> records,
      Map<TopicPartition, OffsetAndMetadata> reached) {
    try {
      producer.beginTransaction();
      for (ProducerRecord<byte[], byte[]> record : records) {
        // A failure comes back at the commit.
        var unused = producer.send(record);
      }
      producer.sendOffsetsToTransaction(reached, group);
      producer.commitTransaction();
    } catch (KafkaException e) {
      // Closing the producer, or the next one of its id, ends the transaction.
      throw stopped(e);
    }
  }

  private static ReplayStoppedException stopped(KafkaException e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new ReplayStoppedException(
        "the replay stopped (%s: %s); %s, and run it again: it goes on where it stopped"
            .formatted(cause.getClass().getSimpleName(), cause.getMessage(), remedy(cause)),
        e);
  }

  private static String remedy(Throwable cause) {
    if (cause instanceof ProducerFencedException
        || cause instanceof InvalidProducerEpochException) {
      return "wait for the other replay of the same name";
    }
    if (cause instanceof RecordTooLargeException) {
      return "raise max.message.bytes of the topic of reviews";
    }
    if (cause instanceof AuthorizationException) {
      return "allow yourself Write on the topic of reviews and on the transactional id, and Read on"
          + " the group";
    }
    return "mend the cause";
  }
}
