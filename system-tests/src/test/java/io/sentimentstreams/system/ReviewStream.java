package io.sentimentstreams.system;

import io.sentimentstreams.schemas.wire.SchemaReleases;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MessageEncoder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** A producer of review events with numbered ids and 40 keys. */
final class ReviewStream implements AutoCloseable {

  private static final int KEYS = 40;
  private static final int ITEMS = 7;

  private final Random random = new Random(7);
  private final MessageEncoder<GenericRecord> encoder;
  private final Schema schema;
  private final String name;
  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, List<String>> idsByKey = new TreeMap<>();
  private final Map<String, Long> countsByItem = new TreeMap<>();
  private final List<Future<?>> sent = new ArrayList<>();
  private final KafkaProducer<String, byte[]> producer;
  private final String topic;
  private CompletableFuture<Void> publishing = CompletableFuture.completedFuture(null);
  private volatile boolean stopped;
  private int published;

  ReviewStream(String bootstrapServers, String topic) {
    this(bootstrapServers, topic, "review", SchemaReleases.of("ReviewEvent").newest());
  }

  /**
   * Creates a producer that uses a released version of the schema.
   *
   * @param name prefix of the ids and keys of its reviews
   * @param schema released version of the schema of events
   */
  ReviewStream(String bootstrapServers, String topic, String name, Schema schema) {
    this.topic = topic;
    this.name = name;
    this.schema = schema;
    encoder = new BinaryMessageEncoder<>(GenericData.get(), schema);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Publishes events and waits until the broker has acknowledged them. */
  void publish(int events) {
    for (int i = 0; i < events; i++) {
      publishNext();
    }
    confirm();
  }

  /** Publishes events at a steady rate in another thread, until {@link #stop}. */
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

  /** Stops, waits until the broker has acknowledged all events, and returns their number. */
  int stop() {
    stopped = true;
    publishing.join();
    return published;
  }

  /** Publishes the next event with a timestamp and returns its id. */
  String publishAt(long timestamp) {
    String id = name + "-" + published;
    publishNext(timestamp);
    return id;
  }

  /** Publishes any bytes with a timestamp; -1 means no timestamp. */
  void publish(String key, byte[] value, long timestamp) {
    sent.add(producer.send(new AtAnyTime(topic, key, value, timestamp)));
  }

  /** Publishes any bytes, or a record without a value. */
  void publish(String key, byte @Nullable [] value) {
    sent.add(producer.send(new ProducerRecord<>(topic, key, value)));
  }

  /** Returns the ids of the published reviews by key, in order. Call it after the last publish. */
  Map<String, List<String>> idsByKey() {
    return idsByKey;
  }

  /** Returns the texts of the published reviews by id. Call it after the last publish. */
  Map<String, String> texts() {
    return texts;
  }

  /** Returns the number of reviews by item. Call it after the last publish. */
  Map<String, Long> countsByItem() {
    return countsByItem;
  }

  /** Returns an encoded review. */
  byte[] encoded(String id, String text) {
    return encoded(id, null, text);
  }

  byte[] encoded(String id, @Nullable String item, String text) {
    GenericRecord review =
        new GenericRecordBuilder(schema)
            .set("reviewId", id)
            .set("itemId", item)
            .set("text", text)
            .set("occurredAt", 1_000_000L)
            .build();
    try {
      return Utils.toArray(encoder.encode(review));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  /** Waits until the broker has acknowledged all records. */
  void confirm() {
    try {
      for (Future<?> future : sent) {
        future.get();
      }
      sent.clear();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("the broker rejected a record", e);
    }
  }

  private void publishNext() {
    publishNext(System.currentTimeMillis());
  }

  private void publishNext(long timestamp) {
    String key = name + "-key-" + published % KEYS;
    String item = "item/" + published % ITEMS;
    String text = text();
    countsByItem.merge(item, 1L, Long::sum);
    String id = name + "-" + published++;
    idsByKey.computeIfAbsent(key, k -> new ArrayList<>()).add(id);
    texts.put(id, text);
    publish(key, encoded(id, item, text), timestamp);
  }

  private String text() {
    List<String> words = TinyBundle.WORDS;
    return Stream.generate(() -> words.get(random.nextInt(words.size())))
        .limit(10 + random.nextInt(100))
        .collect(Collectors.joining(" "));
  }

  /** A record with any timestamp: Kafka's class rejects negative ones, its protocol does not. */
  private static final class AtAnyTime extends ProducerRecord<String, byte[]> {

    private final long timestamp;

    AtAnyTime(String topic, String key, byte[] value, long timestamp) {
      super(topic, key, value);
      this.timestamp = timestamp;
    }

    @Override
    public Long timestamp() {
      return timestamp;
    }
  }
}
