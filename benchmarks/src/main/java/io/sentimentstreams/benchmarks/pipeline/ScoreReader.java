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

/** Reader of the committed scores of one trial. Not thread-safe. */
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

  /** Reads the available scores, or waits briefly. */
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

  /** Returns the number of reviews that have a score. */
  int scored() {
    return seen.cardinality();
  }

  /** Returns the number of scores beyond one per review. */
  int repeated() {
    return read - seen.cardinality();
  }

  /** Returns the time of each score in milliseconds since 1970, ascending. */
  long[] scoredAt() {
    long[] sorted = Arrays.copyOf(scoredAt, read);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Starts the measurement of latency. */
  void countLatencyFrom(int firstNumber) {
    micros.reset();
    countedFrom = firstNumber;
  }

  /**
   * Returns the latency.
   *
   * @param producerLate delay of the producer in milliseconds
   */
  ReviewLatency latency(double rate, double producerLate) {
    return ReviewLatency.of(rate, micros, producerLate);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
