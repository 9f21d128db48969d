package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ShowLogsOfFailedTests.class)
class GarbageIT {

  private static final int MAX_BYTES = 10_000;
  private static final int GOOD_BETWEEN = 50;

  @Test
  void malformedRecordsBecomeDeadLettersAndOthersAreScored(@TempDir Path folder) throws Exception {
    try (Cluster cluster = new Cluster(folder, 2);
        ReviewStream reviews = cluster.reviews();
        TopicRecords scores = cluster.committed(Cluster.SCORES);
        TopicRecords deadLetters = cluster.committed(Cluster.DEAD_LETTERS);
        ScoringProcess application =
            cluster.startApplication(
                GarbageIT.class, Map.of("review.max.bytes", Integer.toString(MAX_BYTES)))) {
      Map<String, Optional<byte[]>> garbage = garbageByReason(reviews);
      garbage.forEach(
          (reason, value) -> {
            reviews.publish(GOOD_BETWEEN);
            reviews.publish(reason, value.orElse(null));
          });
      reviews.publish(GOOD_BETWEEN);

      scores.awaitAtLeast((garbage.size() + 1) * GOOD_BETWEEN);
      deadLetters.awaitAtLeast(garbage.size());
      assertThat(application.terminate()).isZero();
      assertThat(scores.scoredByKey()).isEqualTo(reviews.idsByKey());
      List<ConsumerRecord<String, byte[]>> letters = deadLetters.readToEnd();
      assertThat(letters)
          .extracting(ConsumerRecord::key)
          .containsExactlyInAnyOrderElementsOf(garbage.keySet());
      for (ConsumerRecord<String, byte[]> letter : letters) {
        assertThat(header(letter, "deadletter.reason")).isEqualTo(letter.key());
        assertThat(header(letter, "deadletter.topic")).isEqualTo(Cluster.REVIEWS);
        assertThat(header(letter, "deadletter.message")).isNotBlank();
        assertThat(header(letter, "__streams.errors.offset"))
            .isEqualTo(header(letter, "deadletter.offset"));
        assertThat(header(letter, "__streams.errors.message"))
            .isEqualTo(header(letter, "deadletter.message"));
        assertThat(Optional.ofNullable(letter.value()))
            .usingRecursiveComparison()
            .isEqualTo(garbage.get(letter.key()));
      }
    }
  }

  /** Returns values that cannot be scored by the expected reason of their dead letters. */
  private static Map<String, Optional<byte[]>> garbageByReason(ReviewStream reviews) {
    byte[] good = reviews.encoded("good", "word1 word2 word3");
    byte[] foreign = good.clone();
    foreign[5]++;
    return Map.of(
        "NOT_SINGLE_OBJECT", Optional.of("{\"text\": \"good\"}".getBytes(UTF_8)),
        "NO_REGISTRY", Optional.of(new byte[] {0, 0, 0, 0, 7, 2}),
        "TOMBSTONE", Optional.empty(),
        "UNKNOWN_FINGERPRINT", Optional.of(foreign),
        "CORRUPT_BODY", Optional.of(Arrays.copyOf(good, good.length - 3)),
        "TRAILING_BYTES", Optional.of(Arrays.copyOf(good, good.length + 1)),
        "NO_TEXT", Optional.of(reviews.encoded("blank", " \n ")),
        "OVERSIZE", Optional.of(reviews.encoded("large", "word1 ".repeat(MAX_BYTES))));
  }

  private static String header(ConsumerRecord<String, byte[]> letter, String name) {
    Header header = letter.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }
}
