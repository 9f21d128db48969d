package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ShowLogsOfFailedTests.class)
class CrashIT {

  private static final int PER_SECOND = 800;
  private static final int COMMITTED_BEFORE_CRASH = 500;
  private static final int UNCOMMITTED_AT_CRASH = 100;
  private static final int COMMITTED_AFTER_CRASH = 1_000;

  /** A long commit interval, so that a transaction is open at the crash. */
  private static final Map<String, String> SETTINGS =
      Map.of("commit.interval.ms", "2000", "kafka.transaction.timeout.ms", "6000");

  @Test
  void everyReviewIsScoredOnceAndInOrderAfterAKill(@TempDir Path folder) throws Exception {
    try (Cluster cluster = new Cluster(folder, 4);
        ReviewStream reviews = cluster.reviews();
        TopicRecords scores = cluster.committed(Cluster.SCORES);
        TopicRecords written = cluster.written(Cluster.SCORES)) {
      try (ScoringProcess killed = cluster.startApplication(CrashIT.class, SETTINGS)) {
        reviews.start(PER_SECOND);
        scores.awaitAtLeast(COMMITTED_BEFORE_CRASH);
        written.awaitAheadOf(scores, UNCOMMITTED_AT_CRASH);
        killed.kill();
      }
      int committed = scores.readToEnd().size();

      try (ScoringProcess second = cluster.startApplication(CrashIT.class, SETTINGS)) {
        scores.awaitAtLeast(committed + COMMITTED_AFTER_CRASH);
        scores.awaitAtLeast(reviews.stop());
        assertThat(second.terminate()).isZero();
      }
      assertThat(scores.scoredByKey()).isEqualTo(reviews.idsByKey());
      assertThat(written.readToEnd())
          .as("with aborted scores")
          .hasSizeGreaterThan(scores.readToEnd().size());
    }
  }
}
