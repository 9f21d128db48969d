package io.sentimentstreams.quickstart;

import io.sentimentstreams.quickstart.review.LabelledReview;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes events at a constant rate. One thread publishes; any thread may call {@link #stop}. An
 * event that cannot be sent is reported and not sent again.
 */
final class EventPublisher implements AutoCloseable {

  private final RecordEncoder<ReviewEvent> encoder;
  private final String topic;
  private final Listener listener;
  private final Clock clock;
  private final KafkaProducer<String, byte[]> producer;
  private volatile boolean stopped;

  /** Receives a call for each event. Several threads may call it. */
  interface Listener {

    /**
     * An event is about to be sent.
     *
     * @param nanos the time, from {@link System#nanoTime()}
     */
    void published(PlannedEvent event, long nanos);

    /** An event was not sent. */
    default void failed(PlannedEvent event, Exception reason) {}
  }

  /**
   * Creates a publisher and connects it to a cluster.
   *
   * @param topic the topic of reviews
   * @param encoder writes the reviews
   * @param compression compression of the records, a name that Kafka knows
   */
  EventPublisher(
      String bootstrapServers,
      String topic,
      RecordEncoder<ReviewEvent> encoder,
      String compression,
      Listener listener,
      Clock clock) {
    this.topic = topic;
    this.encoder = encoder;
    this.listener = listener;
    this.clock = clock;
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            compression,
            ProducerConfig.LINGER_MS_CONFIG,
            0);
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /**
   * Publishes all events, or those before {@link #stop} is called.
   *
   * @param rate events per second, above 0
   */
  void publish(Iterator<PlannedEvent> events, double rate) {
    long start = System.nanoTime();
    for (long turn = 0; events.hasNext() && awaitTurn(start, turn, rate); turn++) {
      PlannedEvent event = events.next();
      ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, event.id(), value(event));
      listener.published(event, System.nanoTime());
      var unused =
          producer.send(
              record,
              (metadata, failure) -> {
                if (failure != null) {
                  listener.failed(event, failure);
                }
              });
    }
  }

  /** Makes {@link #publish} return after the current event. Later calls publish nothing. */
  void stop() {
    stopped = true;
  }

  /** Waits until all events have been sent or have failed. */
  @Override
  public void close() {
    producer.close();
  }

  /** Waits until an event is due. Returns whether to publish it. */
  private boolean awaitTurn(long start, long turn, double rate) {
    long due = start + (long) (turn * TimeUnit.SECONDS.toNanos(1) / rate);
    long left = due - System.nanoTime();
    while (left > 0 && !stopped) {
      LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(100)));
      left = due - System.nanoTime();
    }
    return !stopped;
  }

  private byte[] value(PlannedEvent event) {
    if (event instanceof PlannedEvent.Review review) {
      return encode(event.id(), review.review());
    }
    if (event instanceof PlannedEvent.WarmUp warmUp) {
      return encode(event.id(), warmUp.review());
    }
    if (event instanceof PlannedEvent.EmptyText) {
      return encode(event.id(), "no-text", "", Optional.empty());
    }
    return "{\"oops\": \"this is not Avro\"}".getBytes(StandardCharsets.UTF_8);
  }

  private byte[] encode(String id, LabelledReview review) {
    return encode(id, review.item(), review.text(), review.language());
  }

  private byte[] encode(String id, String item, String text, Optional<String> language) {
    return encoder.encode(
        ReviewEvent.newBuilder()
            .setReviewId(id)
            .setItemId(item)
            .setText(text)
            .setLanguage(language.orElse(null))
            .setSource("quickstart")
            .setOccurredAt(clock.instant())
            .build());
  }
}
