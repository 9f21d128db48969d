package io.sentimentstreams.benchmarks.pipeline;

import io.sentimentstreams.benchmarks.process.ReviewNumber;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the scores of one trial, only what was committed. Not thread-safe. */
final class ScoreReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);
  private static final long MAX_MICROS = Duration.ofMinutes(10).toNanos() / 1000;
  private static final int DIGITS = 3;

  private final RecordDecoder<ReviewScore> decoder = RecordDecoder.of(ReviewScore.class);
  private final KafkaConsumer<String, byte[]> consumer;
  private final BitSet seen = new BitSet();
  private final Histogram micros = new Histogram(MAX_MICROS, DIGITS);
  private long[] scoredAt = new long[1024];
  private int read;
  private int countedFrom = Integer.MAX_VALUE;

  ScoreReader(String bootstrapServers, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList());
  }

  /** Reads what is there, or waits a moment for something. */
  void poll() {
    ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
    long now = ReviewNumber.nowMicros();
    for (ConsumerRecord<String, byte[]> record : records) {
      add(decoder.decode(record.value()), now);
    }
  }

  private void add(ReviewScore score, long now) {
    ReviewNumber review = ReviewNumber.of(score.getReviewId());
    seen.set(review.number());
    if (read == scoredAt.length) {
      scoredAt = Arrays.copyOf(scoredAt, 2 * read);
    }
    scoredAt[read++] = score.getScoredAt().toEpochMilli();
    if (review.number() >= countedFrom) {
      micros.recordValue(Math.min(MAX_MICROS, Math.max(0, now - review.dueMicros())));
    }
  }

  /** How many reviews have a score. */
  int scored() {
    return seen.cardinality();
  }

  /** How many scores there are more than reviews that have one. */
  int repeated() {
    return read - seen.cardinality();
  }

  /** When each score was made, milliseconds since 1970, in order. */
  long[] scoredAt() {
    long[] sorted = Arrays.copyOf(scoredAt, read);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Counts how long reviews take from now on. */
  void countLatencyFrom(int firstNumber) {
    micros.reset();
    countedFrom = firstNumber;
  }

  /**
   * How long they took.
   *
   * @param producerLate milliseconds by which the producer was late
   */
  Latency latency(double rate, double producerLate) {
    return Latency.of(rate, micros, producerLate);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
