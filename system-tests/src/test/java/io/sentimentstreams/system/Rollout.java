package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Instances that are replaced one at a time, as in a rolling update. */
final class Rollout implements AutoCloseable {

  private static final int MORE = 400;

  private final Deque<ScoringProcess> running = new ArrayDeque<>();
  private final Cluster cluster;
  private final TopicRecords scores;

  Rollout(Cluster cluster, TopicRecords scores) {
    this.cluster = cluster;
    this.scores = scores;
  }

  /** Starts an instance and waits until it is ready. */
  void start(Path bundle) throws IOException {
    running.add(cluster.startApplication(UpgradeIT.class, Map.of("bundle", bundle.toString())));
  }

  /** Stops the oldest instance, waits for scores of the others, and starts a new one. */
  void replaceOldest(Path bundle) throws IOException {
    assertThat(running.remove().terminate()).isZero();
    awaitMore();
    start(bundle);
  }

  /** Waits until 400 more reviews are scored. */
  void awaitMore() {
    scores.awaitScoredSince(Instant.now(), MORE);
  }

  /** Stops all instances with SIGTERM. */
  void terminateAll() {
    for (ScoringProcess instance : running) {
      assertThat(instance.terminate()).isZero();
    }
  }

  @Override
  public void close() {
    running.forEach(ScoringProcess::close);
  }
}
