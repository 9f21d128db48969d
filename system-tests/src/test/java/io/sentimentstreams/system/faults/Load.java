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
 * A producer of numbered reviews at a steady rate, in its own thread. It waits for brokers that are
 * down and loses no record. Thread-safe, except {@link #start} and {@link #stop}.
 */
final class Load implements AutoCloseable {

  /** Client id of the producer. */
  static final String CLIENT = "load";

  /** Maximum number of records in flight. */
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

  /** Starts to publish, until {@link #stop}. */
  void start(double perSecond) {
    pace(perSecond);
    publishing = CompletableFuture.supplyAsync(this::publish, new OwnThread("load"));
  }

  /** Changes the rate. */
  void pace(double perSecond) {
    nanosBetween = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
  }

  /** Returns the number of sent records by partition. */
  List<Integer> published() {
    return IntStream.range(0, published.length()).mapToObj(published::get).toList();
  }

  /** Returns the number of sent records. */
  long count() {
    return published().stream().mapToLong(Integer::longValue).sum();
  }

  /** Stops, waits until the brokers have acknowledged all records, and returns their number. */
  long stop() {
    stopped = true;
    long count = publishing.join();
    producer.flush();
    Exception failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("the brokers rejected a record", failed);
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
      // Does not catch up after a pause of the brokers.
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
