package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sentimentstreams.quickstart.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Records with any timestamp, and without one. */
@Tag("full")
@ExtendWith(ShowLogsOfFailedTests.class)
class TimestampsIT {

  private static final String FOR_EVER = Long.toString(Long.MAX_VALUE);
  private static final long CENTURY = Duration.ofDays(36_500).toMillis();
  private static final int ROUNDS = 20;

  @Test
  void scoresKeepAnyTimestampOfTheirReviews(@TempDir Path folder) throws Exception {
    long now = System.currentTimeMillis();
    // Forward and back by more than any window or segment.
    List<Long> timestamps =
        List.of(now, 0L, now + CENTURY, 1L, Long.MAX_VALUE, -1L, now - CENTURY / 2, now + 1);
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), Map.of())) {
      createTopics(
          broker,
          Map.of("message.timestamp.after.max.ms", FOR_EVER, "retention.ms", "-1"),
          "--items-enabled",
          "true");
      Map<String, Long> scored = new TreeMap<>();
      List<Long> refused = new ArrayList<>();
      try (ReviewStream reviews = new ReviewStream(broker.bootstrapServers(), Cluster.REVIEWS);
          TopicRecords scores = committed(broker, Cluster.SCORES);
          TopicRecords deadLetters = committed(broker, Cluster.DEAD_LETTERS);
          ScoringProcess application = start(folder, broker, Map.of("items.enabled", "true"))) {
        for (int round = 0; round < ROUNDS; round++) {
          for (long timestamp : timestamps) {
            scored.put(reviews.publishAt(timestamp), Math.max(0, timestamp));
          }
          long timestamp = timestamps.get(round % timestamps.size());
          reviews.publish("garbage", "no review".getBytes(UTF_8), timestamp);
          refused.add(Math.max(0, timestamp));
        }
        reviews.confirm();

        scores.awaitAtLeast(scored.size());
        deadLetters.awaitAtLeast(refused.size());
        assertThat(application.terminate()).isZero();
        assertThat(scores.scoredByKey()).isEqualTo(reviews.idsByKey());
        assertThat(scores.timestamps()).isEqualTo(scored);
        assertThat(deadLetters.readToEnd())
            .allMatch(letter -> letter.timestamp() >= now)
            .extracting(TimestampsIT::originalTimestamp)
            .isEqualTo(refused);
      }
    }
  }

  @Test
  void reviewsOlderThanTheLimitOfTheirTopicAreScored(@TempDir Path folder) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), Map.of())) {
      long limit = 2_000;
      createTopics(broker, Map.of("message.timestamp.before.max.ms", Long.toString(limit)));
      try (ReviewStream reviews = new ReviewStream(broker.bootstrapServers(), Cluster.REVIEWS);
          TopicRecords scores = committed(broker, Cluster.SCORES)) {
        reviews.publish(1);
        reviews.publishAt(0);
        assertThatThrownBy(reviews::confirm)
            .hasRootCauseInstanceOf(InvalidTimestampException.class);
        long published = System.currentTimeMillis();
        await("it to be too old")
            .atMost(ChildProcess.TIMEOUT)
            .until(() -> System.currentTimeMillis() > published + limit);

        try (ScoringProcess application = start(folder, broker, Map.of())) {
          scores.awaitAtLeast(1);
          assertThat(application.terminate()).isZero();
        }
        assertThat(scores.readToEnd()).hasSize(1);
      }
    }
  }

  /** Creates the input topic with the given settings, and the others with the command. */
  private static void createTopics(
      EmbeddedBroker broker, Map<String, String> ofReviews, String... options) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      NewTopic reviews = new NewTopic(Cluster.REVIEWS, 1, (short) 1).configs(ofReviews);
      admin.createTopics(List.of(reviews)).all().get();
    }
    Operator operator = new Operator(broker.bootstrapServers(), options);
    Operator.Outcome created = operator.run("topics", "create", "--scores-retention", "100000d");
    assertThat(created.status()).as(created.err()).isZero();
  }

  private static ScoringProcess start(
      Path folder, EmbeddedBroker broker, Map<String, String> settings) throws IOException {
    Map<String, String> all = new HashMap<>(settings);
    all.put("bootstrap.servers", broker.bootstrapServers());
    all.put("bundle", TinyBundle.write(Files.createDirectories(folder)).toString());
    all.put("state.dir", folder.resolve("state").toString());
    return ScoringProcess.start(ShowLogsOfFailedTests.log(TimestampsIT.class, "application"), all);
  }

  private static TopicRecords committed(EmbeddedBroker broker, String topic) {
    return new TopicRecords(broker.bootstrapServers(), topic, "read_committed");
  }

  private static long originalTimestamp(ConsumerRecord<String, byte[]> letter) {
    return Long.parseLong(
        new String(letter.headers().lastHeader("deadletter.timestamp").value(), UTF_8));
  }
}
