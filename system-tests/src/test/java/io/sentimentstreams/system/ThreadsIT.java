package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ShowLogsOfFailedTests.class)
class ThreadsIT {

  private static final int PARTITIONS = 8;
  private static final int EVENTS = 2_000;

  @Test
  void eightThreadsReturnTheScoresOfOneThread(@TempDir Path folder) throws Exception {
    try (Cluster cluster = new Cluster(folder, PARTITIONS);
        ReviewStream reviews = cluster.reviews()) {
      reviews.publish(EVENTS);

      Map<String, Double> one = scores(cluster, 1);
      Map<String, Double> eight = scores(cluster, PARTITIONS);

      assertThat(one).hasSize(EVENTS);
      assertThat(one.values().stream().distinct().count()).isGreaterThan(EVENTS / 2);
      assertThat(eight).isEqualTo(one);
    }
  }

  private static Map<String, Double> scores(Cluster cluster, int threads) throws Exception {
    String topic = "scores-of-" + threads;
    cluster.broker().createTopics(PARTITIONS, topic);
    Map<String, String> settings =
        Map.of(
            "application.id",
            "threads-" + threads,
            "topics.scores",
            topic,
            "threads",
            Integer.toString(threads));
    try (ScoringProcess application = cluster.startApplication(ThreadsIT.class, settings);
        TopicRecords scores = cluster.committed(topic)) {
      scores.awaitAtLeast(EVENTS);
      assertThat(application.terminate()).isZero();
      return scores.scores();
    }
  }
}
