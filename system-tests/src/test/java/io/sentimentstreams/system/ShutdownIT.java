package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ShowLogsOfFailedTests.class)
class ShutdownIT {

  private static final int EVENTS = 2_000;
  private static final int PER_SECOND = 800;

  @Test
  void sigtermInMidStreamEndsWithExitCodeZeroAndLosesNothing(@TempDir Path folder)
      throws Exception {
    try (Cluster cluster = new Cluster(folder, 4);
        ReviewStream reviews = cluster.reviews();
        CommittedRecords scores = cluster.committed(Cluster.SCORES)) {
      CompletableFuture<Void> publishing;
      try (ScoringProcess first = cluster.startApplication(ShutdownIT.class, Map.of())) {
        publishing = reviews.publish(EVENTS, PER_SECOND);
        scores.awaitAtLeast(200);
        assertThat(first.terminate()).isZero();
      }
      assertThat(scores.readToEnd()).hasSizeLessThan(EVENTS);

      try (ScoringProcess second = cluster.startApplication(ShutdownIT.class, Map.of())) {
        scores.awaitAtLeast(EVENTS);
        publishing.join();
        assertThat(second.terminate()).isZero();
      }
      assertThat(scores.scoredByKey()).isEqualTo(reviews.idsByKey());
    }
  }
}
