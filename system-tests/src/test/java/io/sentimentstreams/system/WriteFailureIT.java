package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A score that the broker rejects stops the application and is written after the fix. */
@ExtendWith(ShowLogsOfFailedTests.class)
class WriteFailureIT {

  private static final int REVIEWS = 50;
  private static final String LARGE_ID = "large-" + "i".repeat(5_000);

  @Test
  void rejectedScoreIsWrittenAfterARestart(@TempDir Path folder) throws Exception {
    assertWrittenAfterARestart("exactly_once_v2", folder);
  }

  @Test
  @Tag("full")
  void rejectedScoreIsWrittenAtLeastOnceAfterARestart(@TempDir Path folder) throws Exception {
    assertWrittenAfterARestart("at_least_once", folder);
  }

  private static void assertWrittenAfterARestart(String guarantee, Path folder) throws Exception {
    Map<String, String> settings =
        Map.of("review.max.bytes", "20000", "processing.guarantee", guarantee);
    try (Cluster cluster = new Cluster(folder, 1);
        ReviewStream reviews = cluster.reviews();
        TopicRecords scores = cluster.committed(Cluster.SCORES);
        TopicRecords deadLetters = cluster.committed(Cluster.DEAD_LETTERS)) {
      try (ScoringProcess refused = cluster.startApplication(WriteFailureIT.class, settings)) {
        reviews.publish(REVIEWS);
        scores.awaitAtLeast(REVIEWS);
        limitScores(cluster, 1_000);
        // Its score contains the id.
        reviews.publish("large", reviews.encoded(LARGE_ID, "word1"));
        reviews.publish(REVIEWS);

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output())
            .contains("logger=RetryingProductionExceptionHandler", "review-scores")
            .contains("RecordTooLargeException", "max.message.bytes");
      }
      Operator operator =
          new Operator(cluster.broker().bootstrapServers(), "--review-max-bytes", "20000");
      assertThat(operator.run("topics", "check").err())
          .contains("review-scores", "1000", "max.message.bytes");

      limitScores(cluster, 1_000_000);
      try (ScoringProcess again = cluster.startApplication(WriteFailureIT.class, settings)) {
        // At least once, the restart scores some reviews again.
        scores.awaitReviewsAtLeast(2 * REVIEWS + 1);
        assertThat(again.terminate()).isZero();
      }
      Map<String, List<String>> scored = scores.scoredByKey();
      Map<String, List<String>> wanted = new TreeMap<>(reviews.idsByKey());
      wanted.put("large", List.of(LARGE_ID));
      if (guarantee.equals("at_least_once")) {
        scored.replaceAll((key, ids) -> ids.stream().distinct().toList());
      }
      assertThat(scored).isEqualTo(wanted);
      assertThat(deadLetters.readToEnd()).isEmpty();
    }
  }

  private static void limitScores(Cluster cluster, int bytes) throws Exception {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Cluster.SCORES);
    ConfigEntry limit = new ConfigEntry("max.message.bytes", Integer.toString(bytes));
    Map<String, Object> settings = Map.of("bootstrap.servers", cluster.broker().bootstrapServers());
    try (Admin admin = Admin.create(settings)) {
      admin
          .incrementalAlterConfigs(
              Map.of(topic, List.of(new AlterConfigOp(limit, AlterConfigOp.OpType.SET))))
          .all()
          .get();
    }
  }
}
