package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.SchemaReleases;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A rolling update of two instances to another bundle and back. */
@Tag("full")
@ExtendWith(ShowLogsOfFailedTests.class)
class UpgradeIT {

  private static final int PER_SECOND = 200;
  private static final int UNITS = 16;

  /** The same kernels compute both scores; they differ by the Avro encoding only. */
  private static final double TOLERANCE = 1e-9;

  private static final List<Schema> RELEASES = SchemaReleases.of("ReviewEvent").versions();

  @Test
  void everyReviewIsScoredOnceByTheBundleInItsScore(@TempDir Path folder) throws Exception {
    try (Cluster cluster = new Cluster(folder, 4);
        ReviewStream old = cluster.reviews("old", RELEASES.get(0));
        ReviewStream young = cluster.reviews("young", RELEASES.get(RELEASES.size() - 1));
        TopicRecords scores = cluster.committed(Cluster.SCORES);
        TopicRecords deadLetters = cluster.committed(Cluster.DEAD_LETTERS)) {
      LoadedBundle before = BundleReader.read(cluster.bundle());
      Path next = TinyBundle.write(folder, "2", UNITS);
      LoadedBundle after = BundleReader.read(next);
      old.start(PER_SECOND);
      young.start(PER_SECOND);
      Instant upgraded;
      Instant rolledBack;
      try (Rollout rollout = new Rollout(cluster, scores)) {
        rollout.start(cluster.bundle());
        rollout.start(cluster.bundle());
        rollout.awaitMore();

        rollout.replaceOldest(next);
        rollout.replaceOldest(next);
        upgraded = Instant.now();
        rollout.awaitMore();

        rolledBack = Instant.now();
        rollout.replaceOldest(cluster.bundle());
        rollout.replaceOldest(cluster.bundle());
        rollout.awaitMore();
        scores.awaitAtLeast(old.stop() + young.stop());
        rollout.terminateAll();
      }
      assertThat(deadLetters.readToEnd()).isEmpty();
      assertThat(scores.scoredByKey()).isEqualTo(union(old.idsByKey(), young.idsByKey()));
      assertOffline(scores, union(old.texts(), young.texts()), List.of(before, after));
      assertThat(scores.byReview().values())
          .filteredOn(score -> score.getScoredAt().isAfter(upgraded))
          .filteredOn(score -> score.getScoredAt().isBefore(rolledBack))
          .isNotEmpty()
          .allMatch(score -> score.getModel().getVersion().equals("2"));
    }
  }

  /** Each score equals the score of the bundle that it names, and each bundle is named. */
  private static void assertOffline(
      TopicRecords scores, Map<String, String> texts, List<LoadedBundle> bundles) {
    Map<String, TextScorer> scorers = new HashMap<>();
    bundles.forEach(loaded -> scorers.put(loaded.sha256(), loaded.bundle().newScorer()));
    Map<String, Integer> scored = new HashMap<>();
    for (ReviewScore score : scores.byReview().values()) {
      String sha256 = score.getModel().getSha256();
      TextScorer scorer = Objects.requireNonNull(scorers.get(sha256), "no such bundle: " + sha256);
      scored.merge(sha256, 1, Integer::sum);
      String text = texts.getOrDefault(score.getReviewId(), "");
      assertThat(score.getScore()).isCloseTo(scorer.score(text).score(), within(TOLERANCE));
    }
    assertThat(scored).hasSize(bundles.size());
  }

  private static <V> Map<String, V> union(Map<String, V> one, Map<String, V> other) {
    Map<String, V> all = new TreeMap<>(one);
    all.putAll(other);
    return all;
  }
}
