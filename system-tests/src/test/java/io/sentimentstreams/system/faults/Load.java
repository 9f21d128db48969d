package io.sentimentstreams.system.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes numbered reviews at an even rate, from a thread of its own, whatever happens to the
 * brokers: it waits for them and loses nothing.
 */
final class Load implements AutoCloseable {

  /** What brokers know its producer by. */
  static final String CLIENT = "load";

  /** So many are under way at most; then it waits rather than to pile up. */
  private static final int UNDER_WAY = 2_000;

  private final NumberedReviews reviews;
  private final String topic;
  private final KafkaProducer<String, byte[]> producer;
  private final Semaphore room = new Semaphore(UNDER_WAY);
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private final AtomicIntegerArray published;
  private volatile long nanosBetween;
  private volatile boolean stopped;
  private CompletableFuture<Long> publishing = CompletableFuture.completedFuture(0L);

  Load(String bootstrapServers, String topic, NumberedReviews reviews) {
    this.reviews = reviews;
    this.topic = topic;
    published = new AtomicIntegerArray(reviews.partitions());
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "client.id",
                CLIENT,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "request.timeout.ms",
                10_000,
                "delivery.timeout.ms",
                600_000,
                "max.block.ms",
                600_000),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Publishes from now on until {@link #stop}. */
  void start(double perSecond) {
    pace(perSecond);
    publishing = CompletableFuture.supplyAsync(this::publish, new OwnThread("load"));
  }

  /** Publishes at another rate from now on. */
  void pace(double perSecond) {
    nanosBetween = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
  }

  /** How many records of each partition were handed to the producer. */
  List<Integer> published() {
    return IntStream.range(0, published.length()).mapToObj(published::get).toList();
  }

  /** How many records were handed to the producer. */
  long count() {
    return published().stream().mapToLong(Integer::longValue).sum();
  }

  /** Publishes nothing more, waits until the brokers have all, and says how many they have. */
  long stop() {
    stopped = true;
    long count = publishing.join();
    producer.flush();
    Exception failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("the brokers did not take a record", failed);
    }
    return count;
  }

  @Override
  public void close() {
    stopped = true;
    producer.close(Duration.ofSeconds(5));
  }

  private long publish() {
    long due = System.nanoTime();
    long number = 0;
    while (!stopped) {
      long between = nanosBetween;
      // What was missed while the brokers took nothing is not made up for.
      due = Math.max(due + between, System.nanoTime() - between);
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      room.acquireUninterruptibly();
      int partition = reviews.partition(number);
      var unused =
          producer.send(
              new ProducerRecord<>(topic, partition, reviews.key(number), reviews.value(number)),
              (metadata, exception) -> {
                room.release();
                if (exception != null) {
                  failure.compareAndSet(null, exception);
                }
              });
      published.incrementAndGet(partition);
      number++;
    }
    return number;
  }
}
