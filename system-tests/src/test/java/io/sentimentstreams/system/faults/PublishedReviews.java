package io.sentimentstreams.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A check that the input topic contains each published record once and in order. */
final class PublishedReviews {

  private static final int EXAMPLES = 10;

  private final NumberedReviews reviews;

  PublishedReviews(NumberedReviews reviews) {
    this.reviews = reviews;
  }

  /**
   * Reads the topic and returns the differences.
   *
   * @param ends end offsets of the partitions
   * @param published number of published records
   */
  List<String> faults(String bootstrapServers, Map<TopicPartition, Long> ends, long published) {
    List<String> faults = new ArrayList<>();
    long[] next = new long[reviews.partitions()];
    Arrays.setAll(next, partition -> partition);
    Map<String, Object> settings =
        Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "none");
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(ends.keySet());
      ends.keySet().forEach(partition -> consumer.seek(partition, 0));
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          long number = next[record.partition()];
          if (!Arrays.equals(record.value(), reviews.value(number)) && faults.size() < EXAMPLES) {
            faults.add(
                "at "
                    + record.topic()
                    + "-"
                    + record.partition()
                    + "@"
                    + record.offset()
                    + " is not record "
                    + number);
          }
          next[record.partition()] += reviews.partitions();
        }
      }
    }
    for (long end : next) {
      if (end < published || end >= published + reviews.partitions()) {
        faults.add("a partition ends before record %d, of %d published".formatted(end, published));
      }
    }
    return faults;
  }
}
