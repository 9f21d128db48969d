package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A consumer of all records of a topic. Not thread-safe. */
final class TopicRecords implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final RecordDecoder<ReviewScore> decoder = RecordDecoder.of(ReviewScore.class);
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

  /**
   * Creates a consumer of all partitions, from their start.
   *
   * @param isolation {@code read_committed}, or {@code read_uncommitted} to read aborted records
   */
  TopicRecords(String bootstrapServers, String topic, String isolation) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "isolation.level",
            isolation,
            "auto.offset.reset",
            "earliest",
            "enable.auto.commit",
            false);
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    consumer.assign(
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList());
  }

  /** Waits until at least the given number of records was read. */
  void awaitAtLeast(int records) {
    await(records + " records")
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .atMost(ChildProcess.TIMEOUT)
        .until(() -> read().size() >= records);
  }

  /** Waits until scores of at least the given number of different reviews were read. */
  void awaitReviewsAtLeast(int reviews) {
    await("scores of " + reviews + " reviews")
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .atMost(ChildProcess.TIMEOUT)
        .until(
            () -> read().stream().map(r -> score(r).getReviewId()).distinct().count() >= reviews);
  }

  /** Waits until the given number of scores was read whose reviews were scored after a time. */
  void awaitScoredSince(Instant moment, int scores) {
    await(scores + " scores since " + moment)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .atMost(ChildProcess.TIMEOUT)
        .until(
            () ->
                read().stream().filter(r -> score(r).getScoredAt().isAfter(moment)).count()
                    >= scores);
  }

  /** Reads to the end and returns all records, in the order of their partitions. */
  List<ConsumerRecord<String, byte[]>> readToEnd() {
    while (!isAtEnd()) {
      read();
    }
    return List.copyOf(seen);
  }

  /** Waits until the end offsets of this consumer exceed those of another by a number. */
  void awaitAheadOf(TopicRecords other, int offsets) {
    await(offsets + " offsets ahead")
        .pollInSameThread()
        .pollInterval(Duration.ofMillis(10))
        .atMost(ChildProcess.TIMEOUT)
        .until(() -> end() >= other.end() + offsets);
  }

  /** Returns the ids of all scored reviews by key, in order. */
  Map<String, List<String>> scoredByKey() {
    Map<String, List<String>> ids = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> record : readToEnd()) {
      ids.computeIfAbsent(record.key(), key -> new ArrayList<>()).add(score(record).getReviewId());
    }
    return ids;
  }

  /** Returns the scores by review; each review must have one score only. */
  Map<String, ReviewScore> byReview() {
    Map<String, ReviewScore> scores = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> record : readToEnd()) {
      ReviewScore score = score(record);
      assertThat(scores.put(score.getReviewId(), score))
          .as("earlier score of %s", score.getReviewId())
          .isNull();
    }
    return scores;
  }

  /** Returns the score values by review. */
  Map<String, Double> scores() {
    Map<String, Double> scores = new TreeMap<>();
    byReview().forEach((id, score) -> scores.put(id, score.getScore()));
    return scores;
  }

  /** Returns the timestamps of the scores by review. */
  Map<String, Long> timestamps() {
    Map<String, Long> timestamps = new TreeMap<>();
    readToEnd().forEach(r -> timestamps.put(score(r).getReviewId(), r.timestamp()));
    return timestamps;
  }

  @Override
  public void close() {
    consumer.close();
  }

  private ReviewScore score(ConsumerRecord<String, byte[]> record) {
    return decoder.decode(record.value());
  }

  private List<ConsumerRecord<String, byte[]>> read() {
    consumer.poll(POLL).forEach(seen::add);
    return seen;
  }

  private long end() {
    return consumer.endOffsets(consumer.assignment()).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private boolean isAtEnd() {
    return consumer.endOffsets(consumer.assignment()).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
