package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ShowLogsOfFailedTests.class)
class CrashIT {

  private static final int EVENTS = 4_000;
  private static final int PER_SECOND = 800;
  private static final int SCORED_BEFORE_CRASH = 500;

  @Test
  void everyReviewIsScoredOnceAndInOrderThoughTheApplicationIsKilled(@TempDir Path folder)
      throws Exception {
    try (Cluster cluster = new Cluster(folder, 4);
        ReviewStream reviews = cluster.reviews();
        CommittedRecords scores = cluster.committed(Cluster.SCORES)) {
      CompletableFuture<Void> publishing;
      try (ScoringProcess killed = cluster.startApplication(CrashIT.class, Map.of())) {
        publishing = reviews.publish(EVENTS, PER_SECOND);
        scores.awaitAtLeast(SCORED_BEFORE_CRASH);
        killed.kill();
      }
      List<?> scoredBefore = scores.readToEnd();
      assertThat(scoredBefore).hasSizeBetween(SCORED_BEFORE_CRASH, EVENTS - 1);

      try (ScoringProcess second = cluster.startApplication(CrashIT.class, Map.of())) {
        scores.awaitAtLeast(EVENTS);
        publishing.join();
        assertThat(second.terminate()).isZero();
      }
      assertThat(scores.scoredByKey()).isEqualTo(reviews.idsByKey());
    }
  }
}
