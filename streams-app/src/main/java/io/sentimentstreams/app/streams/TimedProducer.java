package io.sentimentstreams.app.streams;

import io.sentimentstreams.app.metrics.PublishLatency;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A producer that times how long its records wait until readers can see them. Not thread-safe,
 * unlike its parent: each stream thread has one of its own.
 */
final class TimedProducer extends KafkaProducer<byte[], byte[]> {

  private final PublishLatency wait;
  private final boolean transactional;

  TimedProducer(Map<String, Object> config, PublishLatency wait) {
    super(config, new ByteArraySerializer(), new ByteArraySerializer());
    this.wait = wait;
    transactional = config.containsKey(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
  }

  @Override
  public Future<RecordMetadata> send(
      ProducerRecord<byte[], byte[]> record, @Nullable Callback callback) {
    if (transactional) {
      wait.handedOver();
      return super.send(record, callback);
    }
    long since = wait.now();
    return super.send(
        record,
        (metadata, failure) -> {
          if (failure == null) {
            wait.taken(since);
          }
          if (callback != null) {
            callback.onCompletion(metadata, failure);
          }
        });
  }

  @Override
  public void commitTransaction() {
    super.commitTransaction();
    wait.committed();
  }

  @Override
  public void abortTransaction() {
    wait.aborted();
    super.abortTransaction();
  }
}
