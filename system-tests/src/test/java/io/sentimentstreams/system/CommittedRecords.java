package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.wire.RecordDecoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a {@code read_committed} consumer sees of one topic, from its beginning. */
final class CommittedRecords implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final RecordDecoder<ReviewScore> decoder = RecordDecoder.of(ReviewScore.class);
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();

  CommittedRecords(String bootstrapServers, String topic) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "isolation.level",
            "read_committed",
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

  /** Waits until at least so many records were seen. */
  void awaitAtLeast(int records) {
    await(records + " committed records")
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .atMost(ChildProcess.PATIENCE)
        .until(() -> read().size() >= records);
  }

  /** Reads until nothing more is committed; gives everything seen, each partition in its order. */
  List<ConsumerRecord<String, byte[]>> readToEnd() {
    while (!isAtEnd()) {
      read();
    }
    return List.copyOf(seen);
  }

  /** The ids of all reviews that have a score, by the records' key, in their order. */
  Map<String, List<String>> scoredByKey() {
    Map<String, List<String>> ids = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> record : readToEnd()) {
      ids.computeIfAbsent(record.key(), key -> new ArrayList<>()).add(score(record).getReviewId());
    }
    return ids;
  }

  /** All scores by review. */
  Map<String, Double> scores() {
    Map<String, Double> scores = new TreeMap<>();
    for (ConsumerRecord<String, byte[]> record : readToEnd()) {
      ReviewScore score = score(record);
      assertThat(scores.put(score.getReviewId(), score.getScore()))
          .as("earlier score of %s", score.getReviewId())
          .isNull();
    }
    return scores;
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

  private boolean isAtEnd() {
    return consumer.endOffsets(consumer.assignment()).entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
