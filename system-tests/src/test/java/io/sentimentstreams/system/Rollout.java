package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Instances that are replaced one after the other, as a rolling update does. */
final class Rollout implements AutoCloseable {

  private static final int MORE = 400;

  private final Deque<ScoringProcess> running = new ArrayDeque<>();
  private final Cluster cluster;
  private final TopicRecords scores;

  Rollout(Cluster cluster, TopicRecords scores) {
    this.cluster = cluster;
    this.scores = scores;
  }

  /** Starts one more instance and waits for it. */
  void start(Path bundle) throws IOException {
    running.add(cluster.startApplication(UpgradeIT.class, Map.of("bundle", bundle.toString())));
  }

  /** Asks the oldest instance to end, lets the others score alone, and starts another one. */
  void replaceOldest(Path bundle) throws IOException {
    assertThat(running.remove().terminate()).isZero();
    awaitMore();
    start(bundle);
  }

  /** Waits until some hundred more reviews are scored. */
  void awaitMore() {
    scores.awaitScoredSince(Instant.now(), MORE);
  }

  /** Asks all instances to end. */
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
