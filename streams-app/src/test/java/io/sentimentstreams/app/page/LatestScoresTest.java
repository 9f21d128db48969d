package io.sentimentstreams.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.app.page.LatestScores.Entry;
import io.sentimentstreams.schemas.LabelProbability;
import io.sentimentstreams.schemas.ModelReference;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.TokenCounts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatestScoresTest {

  @Test
  void theLatestScoresComeFirstUpToTheCapacity() {
    LatestScores latest = new LatestScores(true);
    for (int i = 0; i < 3 * LatestScores.CAPACITY + 1; i++) {
      latest.scored(score("r" + i), "text " + i);
    }

    assertThat(latest.entries()).hasSize(LatestScores.CAPACITY);
    assertThat(latest.entries().get(0).score().getReviewId()).isEqualTo("r60");
    assertThat(latest.entries().get(0).text()).contains("text 60");
    assertThat(latest.entries().get(19).score().getReviewId()).isEqualTo("r41");
  }

  @Test
  void textsAreNotKeptIfThePageDoesNotShowThem() {
    LatestScores latest = new LatestScores(false);
    latest.scored(score("r"), "secret");

    assertThat(latest.entries()).extracting(Entry::text).containsExactly(Optional.empty());
  }

  @Test
  void longTextsAreTruncatedBetweenCharacters() {
    LatestScores latest = new LatestScores(true);
    latest.scored(score("r"), "x" + "\uD83D\uDE00".repeat(LatestScores.MAX_TEXT_LENGTH));

    String text = latest.entries().get(0).text().orElseThrow();
    assertThat(text).hasSize(LatestScores.MAX_TEXT_LENGTH).endsWith("\uD83D\uDE00…");
  }

  @Test
  void manyThreadsMayRecordAtOnce() throws Exception {
    LatestScores latest = new LatestScores(false);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    CountDownLatch begin = new CountDownLatch(1);
    for (int thread = 0; thread < 4; thread++) {
      threads.execute(
          () -> {
            try {
              begin.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            for (int i = 0; i < 10_000; i++) {
              latest.scored(score("r"), "text");
            }
          });
    }
    begin.countDown();
    threads.shutdown();

    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(latest.entries()).hasSize(LatestScores.CAPACITY);
  }

  static ReviewScore score(String reviewId) {
    return new ReviewScore(
        reviewId,
        "film-7",
        "POSITIVE",
        List.of(new LabelProbability("NEGATIVE", 0.25), new LabelProbability("POSITIVE", 0.75)),
        0.75,
        null,
        null,
        new ModelReference("tiny", "1", "0".repeat(64), "*"),
        new TokenCounts(5, 2, 0),
        Instant.EPOCH,
        Instant.parse("2026-02-03T04:05:06.789Z"));
  }
}
