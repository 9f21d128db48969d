package io.sentimentstreams.quickstart;

import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes planned events at an even rate, from a thread of its own, until told to stop. */
final class EventPublisher implements Runnable {

  private final RecordEncoder<ReviewEvent> encoder;
  private final String bootstrapServers;
  private final String topic;
  private final String compression;
  private final Playlist playlist;
  private final double rate;
  private final Sent sent;
  private final Clock clock;
  private volatile boolean stopped;

  /** Who hears of each event; may be called by several threads. */
  interface Sent {

    /**
     * An event is about to be sent.
     *
     * @param nanos when, by {@link System#nanoTime()}
     */
    void published(PlannedEvent event, long nanos);

    /** An event did not arrive, and is not sent again. */
    default void failed(PlannedEvent event, Exception reason) {}
  }

  /**
   * Prepares to publish.
   *
   * @param encoder how reviews are written
   * @param compression of the records, by Kafka's name
   * @param rate events a second, above 0
   */
  EventPublisher(
      String bootstrapServers,
      String topic,
      RecordEncoder<ReviewEvent> encoder,
      String compression,
      Playlist playlist,
      double rate,
      Sent sent,
      Clock clock) {
    this.bootstrapServers = bootstrapServers;
    this.topic = topic;
    this.encoder = encoder;
    this.compression = compression;
    this.playlist = playlist;
    this.rate = rate;
    this.sent = sent;
    this.clock = clock;
  }

  /** Publishes to the playlist's end. What cannot be sent is not sent again. */
  @Override
  public void run() {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            compression,
            ProducerConfig.LINGER_MS_CONFIG,
            0);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      long start = System.nanoTime();
      for (long turn = 0; playlist.hasNext() && awaitTurn(start, turn); turn++) {
        PlannedEvent event = playlist.next();
        ProducerRecord<String, byte[]> record =
            new ProducerRecord<>(topic, event.id(), value(event));
        sent.published(event, System.nanoTime());
        var unused =
            producer.send(
                record,
                (metadata, failure) -> {
                  if (failure != null) {
                    sent.failed(event, failure);
                  }
                });
      }
    }
  }

  /** Ends after the event in hand. */
  void stop() {
    stopped = true;
  }

  /** Waits until it is an event's time; gives whether it is still wanted. */
  private boolean awaitTurn(long start, long turn) {
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
      LabelledReview labelled = review.review();
      return encode(event.id(), labelled.item(), labelled.text());
    }
    if (event instanceof PlannedEvent.EmptyText) {
      return encode(event.id(), "nothing-to-say", "");
    }
    return "{\"oops\": \"this is not Avro\"}".getBytes(StandardCharsets.UTF_8);
  }

  private byte[] encode(String id, String item, String text) {
    return encoder.encode(
        ReviewEvent.newBuilder()
            .setReviewId(id)
            .setItemId(item)
            .setText(text)
            .setLanguage("en")
            .setSource("quickstart")
            .setOccurredAt(clock.instant())
            .build());
  }
}
