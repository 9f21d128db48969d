package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ShowLogsOfFailedTests.class)
class ShutdownIT {

  private static final int PER_SECOND = 800;

  @Test
  void sigtermUnderLoadExitsWithZeroAndLosesNothing(@TempDir Path folder) throws Exception {
    try (Cluster cluster = new Cluster(folder, 4);
        ReviewStream reviews = cluster.reviews();
        TopicRecords scores = cluster.committed(Cluster.SCORES)) {
      try (ScoringProcess first = cluster.startApplication(ShutdownIT.class, Map.of())) {
        reviews.start(PER_SECOND);
        scores.awaitAtLeast(200);
        assertThat(first.terminate()).isZero();
      }
      int committed = scores.readToEnd().size();

      try (ScoringProcess second = cluster.startApplication(ShutdownIT.class, Map.of())) {
        scores.awaitAtLeast(committed + 200);
        scores.awaitAtLeast(reviews.stop());
        assertThat(second.terminate()).isZero();
      }
      assertThat(scores.scoredByKey()).isEqualTo(reviews.idsByKey());
    }
  }
}
