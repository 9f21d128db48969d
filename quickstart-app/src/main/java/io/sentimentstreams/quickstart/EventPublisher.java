package io.sentimentstreams.quickstart;

import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.wire.RecordEncoder;
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

  private final RecordEncoder<ReviewEvent> encoder = RecordEncoder.of(ReviewEvent.class);
  private final String bootstrapServers;
  private final String topic;
  private final Playlist playlist;
  private final double rate;
  private final Ledger ledger;
  private final Clock clock;
  private volatile boolean stopped;

  /**
   * Prepares to publish.
   *
   * @param rate events a second, above 0
   */
  EventPublisher(
      String bootstrapServers,
      String topic,
      Playlist playlist,
      double rate,
      Ledger ledger,
      Clock clock) {
    this.bootstrapServers = bootstrapServers;
    this.topic = topic;
    this.playlist = playlist;
    this.rate = rate;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Publishes to the playlist's end. What cannot be sent stays awaited in the ledger. */
  @Override
  public void run() {
    Map<String, Object> settings =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.LINGER_MS_CONFIG,
            0);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      long start = System.nanoTime();
      for (long sent = 0; playlist.hasNext() && awaitTurn(start, sent); sent++) {
        PlannedEvent event = playlist.next();
        ProducerRecord<String, byte[]> record =
            new ProducerRecord<>(topic, event.id(), value(event));
        ledger.published(event, System.nanoTime());
        var unused = producer.send(record);
      }
    }
  }

  /** Ends after the event in hand. */
  void stop() {
    stopped = true;
  }

  /** Waits until it is an event's time; gives whether it is still wanted. */
  private boolean awaitTurn(long start, long sent) {
    long due = start + (long) (sent * TimeUnit.SECONDS.toNanos(1) / rate);
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
      return encode(event.id(), labelled.subject(), labelled.text());
    }
    if (event instanceof PlannedEvent.EmptyText) {
      return encode(event.id(), "nothing-to-say", "");
    }
    return "{\"oops\": \"this is not Avro\"}".getBytes(StandardCharsets.UTF_8);
  }

  private byte[] encode(String id, String subject, String text) {
    return encoder.encode(
        ReviewEvent.newBuilder()
            .setReviewId(id)
            .setSubjectId(subject)
            .setText(text)
            .setLanguage("en")
            .setSource("quickstart")
            .setOccurredAt(clock.instant())
            .build());
  }
}
