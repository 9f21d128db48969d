package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.schemas.AbstainReason;
import io.sentimentstreams.schemas.LabelProbability;
import io.sentimentstreams.schemas.ReviewScore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Bundles with more than two labels score exactly once, with the same values as offline. */
@ExtendWith(ShowLogsOfFailedTests.class)
class AnyTaskIT {

  private static final int PER_SECOND = 400;
  private static final int BEFORE_KILL = 200;
  private static final int UNCOMMITTED_AT_KILL = 50;
  private static final int AFTER_KILL = 400;
  private static final String UNKNOWN = "unknown";

  /** A long commit interval, so that a transaction is open at the kill. */
  private static final Map<String, String> SETTINGS =
      Map.of("commit.interval.ms", "2000", "kafka.transaction.timeout.ms", "6000");

  @Test
  void scoresFiveStarsExactlyOnce(@TempDir Path folder) throws Exception {
    List<String> stars = List.of("1", "2", "3", "4", "5");

    Map<String, ReviewScore> scores =
        scoresAfterAKill(folder, TinyBundle.write(folder, stars, Task.ORDERED));

    assertThat(scores.values())
        .filteredOn(score -> score.getLabel() != null)
        .isNotEmpty()
        .allSatisfy(
            score -> {
              assertThat(score.getProbabilities())
                  .extracting(LabelProbability::getLabel)
                  .isEqualTo(stars);
              assertThat(score.getScore()).isBetween(0.0, 1.0);
            });
  }

  @Test
  void scores77IntentsExactlyOnce(@TempDir Path folder) throws Exception {
    List<String> intents = IntStream.range(0, 77).mapToObj(i -> "intent_" + i).toList();

    Map<String, ReviewScore> scores =
        scoresAfterAKill(folder, TinyBundle.write(folder, intents, Task.NOMINAL));

    assertThat(scores.values()).allMatch(score -> score.getScore() == null);
    assertThat(scores.values().stream().map(ReviewScore::getLabel).distinct())
        .hasSizeGreaterThan(5);
  }

  /** Returns the scores by review. Each review has one, in order, equal to the offline answer. */
  private static Map<String, ReviewScore> scoresAfterAKill(Path folder, Path bundle)
      throws Exception {
    Map<String, String> settings = new TreeMap<>(SETTINGS);
    settings.put("bundle", bundle.toString());
    try (Cluster cluster = new Cluster(folder, 4);
        ReviewStream reviews = cluster.reviews();
        TopicRecords scores = cluster.committed(Cluster.SCORES);
        TopicRecords written = cluster.written(Cluster.SCORES)) {
      try (ScoringProcess killed = cluster.startApplication(AnyTaskIT.class, settings)) {
        reviews.publish(UNKNOWN, reviews.encoded(UNKNOWN, "zxqv brrmpf klaatu"));
        reviews.start(PER_SECOND);
        scores.awaitAtLeast(BEFORE_KILL);
        written.awaitAheadOf(scores, UNCOMMITTED_AT_KILL);
        killed.kill();
      }
      int committed = scores.readToEnd().size();
      try (ScoringProcess second = cluster.startApplication(AnyTaskIT.class, settings)) {
        scores.awaitAtLeast(committed + AFTER_KILL);
        scores.awaitAtLeast(reviews.stop() + 1);
        assertThat(second.terminate()).isZero();
      }
      Map<String, List<String>> expected = new TreeMap<>(reviews.idsByKey());
      expected.put(UNKNOWN, List.of(UNKNOWN));
      assertThat(scores.scoredByKey()).isEqualTo(expected);
      return equalToOffline(scores.byReview(), reviews.texts(), bundle);
    }
  }

  private static Map<String, ReviewScore> equalToOffline(
      Map<String, ReviewScore> scores, Map<String, String> texts, Path bundle) {
    OfflineAnswers offline = new OfflineAnswers(bundle);
    scores.forEach(
        (id, score) -> {
          if (!id.equals(UNKNOWN)) {
            offline.assertEquals(score, texts.getOrDefault(id, ""));
          }
        });
    ReviewScore unknown = scores.get(UNKNOWN);
    assertThat(unknown.getLabel()).isNull();
    assertThat(unknown.getProbabilities()).isEmpty();
    assertThat(unknown.getAbstained()).isEqualTo(AbstainReason.OUT_OF_VOCABULARY);
    return scores;
  }
}
