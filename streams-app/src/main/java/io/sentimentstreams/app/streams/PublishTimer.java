package io.sentimentstreams.app.streams;

import io.sentimentstreams.app.metrics.PublishLatency;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long the records of a producer take until consumers can read them. Not thread-safe:
 * one per stream thread.
 */
final class PublishTimer implements ClientProxy.Interceptor {

  private final Producer<byte[], byte[]> producer;
  private final PublishLatency latency;
  private final boolean isTransactional;

  private PublishTimer(
      Producer<byte[], byte[]> producer, PublishLatency latency, boolean isTransactional) {
    this.producer = producer;
    this.latency = latency;
    this.isTransactional = isTransactional;
  }

  /**
   * Returns a producer that measures.
   *
   * @param latency receives the times; used by this producer alone
   * @param isTransactional whether records become visible at a commit
   */
  @SuppressWarnings("unchecked")
  static Producer<byte[], byte[]> of(
      Producer<byte[], byte[]> producer, PublishLatency latency, boolean isTransactional) {
    return ClientProxy.of(
        Producer.class, producer, new PublishTimer(producer, latency, isTransactional));
  }

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable Object intercept(ClientProxy.Call call) throws Throwable {
    switch (call.name()) {
      case "send" -> {
        if (!isTransactional) {
          return send((ProducerRecord<byte[], byte[]>) call.argument(0), callback(call));
        }
        latency.handedOver();
      }
      case "abortTransaction" -> latency.aborted();
      default -> {}
    }
    Object result = call.proceed();
    if (call.name().equals("commitTransaction")) {
      latency.committed();
    }
    return result;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The proxy returns it to the caller.
  private Object send(ProducerRecord<byte[], byte[]> record, @Nullable Callback callback) {
    long since = latency.now();
    return producer.send(
        record,
        (metadata, failure) -> {
          if (failure == null) {
            latency.acknowledged(since);
          }
          if (callback != null) {
            callback.onCompletion(metadata, failure);
          }
        });
  }

  private static @Nullable Callback callback(ClientProxy.Call call) {
    return (Callback) call.argumentOrNull(1);
  }
}
