package io.sentimentstreams.system;

import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.wire.RecordEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A producer of review events with numbered ids under a few keys. */
final class ReviewStream implements AutoCloseable {

  private static final int KEYS = 40;
  private static final int SUBJECTS = 7;

  private final RecordEncoder<ReviewEvent> encoder = RecordEncoder.of(ReviewEvent.class);
  private final Random random = new Random(7);
  private final Map<String, List<String>> idsByKey = new TreeMap<>();
  private final Map<String, Long> countsBySubject = new TreeMap<>();
  private final List<Future<?>> sent = new ArrayList<>();
  private final KafkaProducer<String, byte[]> producer;
  private final String topic;
  private CompletableFuture<Void> publishing = CompletableFuture.completedFuture(null);
  private volatile boolean stopped;
  private int published;

  ReviewStream(String bootstrapServers, String topic) {
    this.topic = topic;
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Publishes events as fast as they go and waits until the broker has them. */
  void publish(int events) {
    for (int i = 0; i < events; i++) {
      publishNext();
    }
    confirm();
  }

  /** Publishes events at an even rate, from another thread, until {@link #stop}. */
  void start(int perSecond) {
    publishing =
        CompletableFuture.runAsync(
            () -> {
              long start = System.nanoTime();
              for (long i = 0; !stopped; i++) {
                long due = start + TimeUnit.SECONDS.toNanos(i) / perSecond;
                while (System.nanoTime() < due) {
                  LockSupport.parkNanos(due - System.nanoTime());
                }
                publishNext();
              }
              confirm();
            });
  }

  /** Publishes nothing more, waits until the broker has all, and gives how many events it has. */
  int stop() {
    stopped = true;
    publishing.join();
    return published;
  }

  /** Publishes any bytes, or no value at all. */
  void publish(String key, byte @Nullable [] value) {
    sent.add(producer.send(new ProducerRecord<>(topic, key, value)));
  }

  /**
   * The ids of the published reviews by key, in their order; to be called when all is published.
   */
  Map<String, List<String>> idsByKey() {
    return idsByKey;
  }

  /** How many reviews each subject has; to be called when all is published. */
  Map<String, Long> countsBySubject() {
    return countsBySubject;
  }

  /** A review that can be scored. */
  byte[] encoded(String id, String text) {
    return encoded(id, null, text);
  }

  byte[] encoded(String id, @Nullable String subject, String text) {
    return encoder.encode(
        ReviewEvent.newBuilder()
            .setReviewId(id)
            .setSubjectId(subject)
            .setText(text)
            .setOccurredAt(Instant.ofEpochMilli(1_000_000))
            .build());
  }

  @Override
  public void close() {
    producer.close();
  }

  /** Waits until the broker has all that was sent. */
  private void confirm() {
    try {
      for (Future<?> future : sent) {
        future.get();
      }
      sent.clear();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("the broker did not take a record", e);
    }
  }

  private void publishNext() {
    String key = "key-" + published % KEYS;
    String subject = "subject/" + published % SUBJECTS;
    countsBySubject.merge(subject, 1L, Long::sum);
    String id = "review-" + published++;
    idsByKey.computeIfAbsent(key, k -> new ArrayList<>()).add(id);
    publish(key, encoded(id, subject, text()));
  }

  private String text() {
    List<String> words = TinyBundle.WORDS;
    return Stream.generate(() -> words.get(random.nextInt(words.size())))
        .limit(10 + random.nextInt(100))
        .collect(Collectors.joining(" "));
  }
}
