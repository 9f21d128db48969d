package io.sentimentstreams.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code dead-letters list}, {@code show} and {@code replay}. */
@ExtendWith(ShowLogsOfFailedTests.class)
class DeadLettersIT {

  private static final int LARGE = 5;
  private static final Pattern AGE =
      Pattern.compile("(?m)^sentiment_dead_letter_oldest_age_seconds [0-9.]*[1-9]");
  private static final Map<String, String> SMALL_REVIEWS = Map.of("review.max.bytes", "1000");
  private static final List<String> LARGE_IDS =
      IntStream.range(0, LARGE).mapToObj(i -> "large-" + i).toList();

  @Test
  void oversizeReviewsAreScoredOnceAfterAnInterruptedReplay(@TempDir Path folder) throws Exception {
    try (Cluster cluster = new Cluster(folder, 2);
        ReviewStream reviews = cluster.reviews();
        TopicRecords scores = cluster.committed(Cluster.SCORES);
        TopicRecords deadLetters = cluster.committed(Cluster.DEAD_LETTERS)) {
      Operator operator = new Operator(cluster.broker().bootstrapServers());
      try (ScoringProcess small = cluster.startApplication(DeadLettersIT.class, SMALL_REVIEWS)) {
        LARGE_IDS.forEach(id -> reviews.publish(id, reviews.encoded(id, "word1 ".repeat(500))));
        reviews.publish("garbage", "\u001b[31mred".getBytes(UTF_8));
        deadLetters.awaitAtLeast(LARGE + 1);
        assertThat(small.terminate()).isZero();
      }
      assertListedAndShown(operator);

      try (ScoringProcess large = cluster.startApplication(DeadLettersIT.class, Map.of())) {
        await("the age of the oldest dead letter")
            .atMost(ChildProcess.TIMEOUT)
            .until(() -> AGE.matcher(large.metrics()).find());
        leaveReplayUnfinished(cluster, reviews);
        assertThat(replay(operator, "OVERSIZE", "--dry-run")).contains("replayed=5 skipped=1 ");
        assertThat(replay(operator, "OVERSIZE", "--limit", "2")).contains("replayed=2 ");
        assertThat(replay(operator, "OVERSIZE")).contains("replayed=3 ");
        assertThat(replay(operator, "OVERSIZE")).contains("replayed=0 ");
        scores.awaitAtLeast(LARGE);
        assertThat(large.terminate()).isZero();
      }
      assertThat(scores.scores()).containsOnlyKeys(LARGE_IDS);
      scores
          .readToEnd()
          .forEach(
              score ->
                  assertThat(score.headers().lastHeader("deadletter.attempts").value())
                      .asString(UTF_8)
                      .isEqualTo("1"));
    }
  }

  @Test
  void recordIsReplayedAtMostThreeTimes(@TempDir Path folder) throws Exception {
    try (Cluster cluster = new Cluster(folder, 2);
        ReviewStream reviews = cluster.reviews();
        TopicRecords deadLetters = cluster.committed(Cluster.DEAD_LETTERS);
        ScoringProcess application = cluster.startApplication(DeadLettersIT.class, Map.of())) {
      Operator operator = new Operator(cluster.broker().bootstrapServers());
      reviews.publish("garbage", "red".getBytes(UTF_8));

      for (int letters = 1; letters <= 3; letters++) {
        deadLetters.awaitAtLeast(letters);
        assertThat(operator.run("dead-letters", "replay").out()).contains("replayed=1 skipped=0 ");
      }
      deadLetters.awaitAtLeast(4);

      assertThat(operator.run("dead-letters", "replay").out())
          .contains("replayed=0 skipped=0 ", "ATTEMPTS", "--attempts-max");
      assertThat(application.terminate()).isZero();
      assertThat(deadLetters.readToEnd()).hasSize(4).allMatch(l -> l.key().equals("garbage"));
    }
  }

  private static void assertListedAndShown(Operator operator) throws Exception {
    assertThat(operator.run("dead-letters", "list").lines()).hasSize(1 + LARGE + 1);
    assertThat(operator.run("dead-letters", "list", "--since", "2999-01-01T00:00:00Z").lines())
        .hasSize(1);
    List<String> objects =
        operator.run("dead-letters", "list", "--json", "--reason", "not_single_object").lines();
    JsonNode garbage = new ObjectMapper().readTree(objects.get(0));
    assertThat(objects).hasSize(1);
    assertThat(garbage.path("originalTopic").asText()).isEqualTo(Cluster.REVIEWS);
    assertThat(garbage.path("attempts").asInt()).isZero();

    String place = garbage.path("partition").asInt() + ":" + garbage.path("offset").asLong();
    Operator.Outcome shown = operator.run("dead-letters", "show", place);
    Operator.Outcome withText = operator.run("dead-letters", "show", place, "--with-text");
    assertThat(shown.out())
        .contains("garbage", "deadletter.stage: DECODE", "8 bytes")
        .doesNotContain("red");
    assertThat(withText.out())
        .contains("\\u001b[31mred", "1b 5b 33 31 6d 72 65 64")
        .doesNotContain("\u001b");
    assertThat(operator.run("dead-letters", "show", "0:999").status()).isEqualTo(1);
  }

  /** Writes a record in an open transaction, as a replay that is killed before its commit. */
  private static void leaveReplayUnfinished(Cluster cluster, ReviewStream reviews)
      throws Exception {
    Map<String, Object> settings =
        new TreeMap<>(
            Map.of(
                "bootstrap.servers",
                cluster.broker().bootstrapServers(),
                "transactional.id",
                "sentiment-streams-replay-OVERSIZE"));
    try (var killed =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      killed.initTransactions();
      killed.beginTransaction();
      String id = LARGE_IDS.get(0);
      killed
          .send(new ProducerRecord<>(Cluster.REVIEWS, id, reviews.encoded(id, "word1 word2")))
          .get();
    }
  }

  private static String replay(Operator operator, String reason, String... options) {
    String[] command = {"dead-letters", "replay", "--reason", reason};
    String[] all = Arrays.copyOf(command, command.length + options.length);
    System.arraycopy(options, 0, all, command.length, options.length);
    Operator.Outcome outcome = operator.run(all);
    assertThat(outcome.status()).as(outcome.err()).isZero();
    return outcome.out();
  }
}
