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

  /** So many are under way at most; then it waits rather than to pile up. */
  private static final int UNDER_WAY = 2_000;

  private final NumberedReviews reviews;
  private final String topic;
  private final KafkaProducer<String, byte[]> producer;
  private final Semaphore room = new Semaphore(UNDER_WAY);
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private final AtomicIntegerArray published;
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
  void start(int perSecond) {
    long between = TimeUnit.SECONDS.toNanos(1) / perSecond;
    publishing = CompletableFuture.supplyAsync(() -> publish(between), new OwnThread("load"));
  }

  /** How many records of each partition were handed to the producer. */
  List<Integer> published() {
    return IntStream.range(0, published.length()).mapToObj(published::get).toList();
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

  private long publish(long nanosBetween) {
    long due = System.nanoTime();
    long number = 0;
    for (; !stopped; number++) {
      // What was missed while the brokers took nothing is not made up for.
      due = Math.max(due + nanosBetween, System.nanoTime() - nanosBetween);
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
    }
    return number;
  }
}
