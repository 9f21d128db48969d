package io.sentimentstreams.app.deadletter.replay;

import io.sentimentstreams.app.kafka.KafkaErrorKind;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * A sink that writes each batch in one transaction with the offsets of a consumer group, so a
 * killed replay continues where it stopped. Not thread-safe.
 */
public final class TransactionalReplaySink implements ReplaySink {

  private final Producer<byte[], byte[]> producer;
  private final ConsumerGroupMetadata group;

  /**
   * Creates a sink and aborts the open transaction of another client with the same id.
   *
   * @param producer transactional and new; not closed here
   * @param group whose committed offsets are the position of the replay
   * @throws ReplayStoppedException if the producer cannot use transactions
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
        // The commit throws if a send failed.
        var unused = producer.send(record);
      }
      producer.sendOffsetsToTransaction(reached, group);
      producer.commitTransaction();
    } catch (KafkaException e) {
      // Closing this producer, or starting the next one with its id, aborts the transaction.
      throw stopped(e);
    }
  }

  private static ReplayStoppedException stopped(KafkaException e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new ReplayStoppedException(
        "The replay stopped: %s: %s. %s and run it again; it continues at its committed offsets."
            .formatted(
                cause.getClass().getSimpleName(), cause.getMessage(), remedy(KafkaErrorKind.of(e))),
        e);
  }

  private static String remedy(KafkaErrorKind kind) {
    return switch (kind) {
      case FENCED -> "Wait for the other replay with the same name";
      case RECORD_TOO_LARGE -> "Increase max.message.bytes of the input topic";
      case AUTHORIZATION ->
          "Add the ACLs Write on the input topic and the transactional id, and Read on the group,";
      default -> "Fix the cause";
    };
  }
}
