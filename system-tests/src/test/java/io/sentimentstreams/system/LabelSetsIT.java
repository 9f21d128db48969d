package io.sentimentstreams.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.model.bundle.BundleReader;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.scoring.ClassifiedText;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.schemas.AbstainReason;
import io.sentimentstreams.schemas.LabelProbability;
import io.sentimentstreams.schemas.ReviewScore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bundles with more than two labels: each review has one score, before and after a kill. */
@ExtendWith(ShowLogsOfFailedTests.class)
class LabelSetsIT {

  private static final int COMMITTED_BEFORE_KILL = 200;
  private static final int COMMITTED_AFTER_KILL = 300;
  private static final int PER_SECOND = 200;

  /** The kernels of the application may differ from those of this process. */
  private static final Offset<Double> ROUNDING = Offset.offset(1e-5);

  @ParameterizedTest
  @CsvSource({"ORDERED, 5", "NOMINAL, 77"})
  void everyReviewHasOneScoreThatEqualsTheOfflineScore(Task task, int count, @TempDir Path folder)
      throws Exception {
    List<String> labels = IntStream.range(0, count).mapToObj(i -> "label " + i).toList();
    Path bundle = TinyBundle.write(folder, labels, task);
    Map<String, String> settings = Map.of("bundle", bundle.toString(), "commit.interval.ms", "500");
    try (Cluster cluster = new Cluster(folder, 3);
        ReviewStream reviews = cluster.reviews();
        TopicRecords scores = cluster.committed(Cluster.SCORES)) {
      reviews.publish("unknown", reviews.encoded("unknown", "zxqv brrmpf klaatu"));
      try (ScoringProcess killed = cluster.startApplication(LabelSetsIT.class, settings)) {
        reviews.start(PER_SECOND);
        scores.awaitAtLeast(COMMITTED_BEFORE_KILL);
        killed.kill();
      }
      int committed = scores.readToEnd().size();
      try (ScoringProcess second = cluster.startApplication(LabelSetsIT.class, settings)) {
        scores.awaitAtLeast(committed + COMMITTED_AFTER_KILL);
        reviews.stop();
        scores.awaitAtLeast(reviews.texts().size() + 1);
        assertThat(second.terminate()).isZero();
      }

      Map<String, ReviewScore> byReview = new TreeMap<>(scores.byReview());
      ReviewScore unknown = byReview.remove("unknown");
      assertThat(unknown.getLabel()).isNull();
      assertThat(unknown.getAbstained()).isEqualTo(AbstainReason.OUT_OF_VOCABULARY);
      assertThat(unknown.getProbabilities()).isEmpty();
      assertThat(unknown.getScore()).isNull();
      Map<String, String> texts = reviews.texts();
      assertThat(byReview.keySet()).isEqualTo(texts.keySet());
      TextScorer scorer = BundleReader.read(bundle).bundle().newScorer();
      byReview.forEach(
          (id, score) ->
              assertEqualsOffline(
                  score, labels, task, scorer.classify(Objects.requireNonNull(texts.get(id)))));
    }
  }

  private static void assertEqualsOffline(
      ReviewScore score, List<String> labels, Task task, ClassifiedText offline) {
    List<LabelProbability> online = score.getProbabilities();
    int best = 0;
    for (int i = 0; i < labels.size(); i++) {
      assertThat(online.get(i).getLabel()).isEqualTo(labels.get(i));
      double probability = online.get(i).getProbability();
      assertThat(probability).isCloseTo(offline.probabilities().get(i), ROUNDING);
      best = probability > online.get(best).getProbability() ? i : best;
    }
    assertThat(score.getLabel()).isEqualTo(labels.get(best));
    assertThat(score.getScore() == null).isEqualTo(task == Task.NOMINAL);
    assertThat(score.getModel().getRoute()).isEqualTo("*");
  }
}
