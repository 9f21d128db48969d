package io.sentimentstreams.app.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.app.serving.TinyModel;
import io.sentimentstreams.model.bundle.LoadedBundle;
import io.sentimentstreams.model.bundle.ManifestBuilder;
import io.sentimentstreams.model.decision.AbstainRules;
import io.sentimentstreams.model.decision.ConfidenceThreshold;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.scoring.ClassifiedText;
import io.sentimentstreams.schemas.AbstainReason;
import io.sentimentstreams.schemas.LabelProbability;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.wire.RecordEncoder;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** Scores of models with more than two labels. */
class LabelSetsTest {

  private static final String TEXT = "a good film";
  private static final List<String> STARS = List.of("1", "2", "3", "4", "5");
  private static final List<String> INTENTS =
      IntStream.range(0, 77).mapToObj(i -> "intent " + i).toList();

  private final RecordEncoder<ReviewEvent> encoder = RecordEncoder.of(ReviewEvent.class);

  @Test
  void orderedLabelsHaveTheExpectedPositionOnTheScale() {
    LoadedBundle stars = TinyModel.inMemory(STARS, manifest -> manifest.task(Task.ORDERED));

    ReviewScore score = score(stars, TEXT);

    ClassifiedText offline = stars.bundle().newScorer().classify(TEXT);
    assertSameProbabilities(score, STARS, offline);
    assertThat(score.getLabel()).isEqualTo(STARS.get(offline.best()));
    double position = 0;
    for (int i = 0; i < 5; i++) {
      position += offline.probabilities().get(i) * i / 4;
    }
    assertThat(score.getScore()).isCloseTo(position, within(1e-12));
    assertThat(score.getAbstained()).isNull();
  }

  @Test
  void labelsWithoutAnOrderHaveNoScore() {
    LoadedBundle intents = TinyModel.inMemory(INTENTS, manifest -> manifest.task(Task.NOMINAL));

    ReviewScore score = score(intents, TEXT);

    ClassifiedText offline = intents.bundle().newScorer().classify(TEXT);
    assertSameProbabilities(score, INTENTS, offline);
    assertThat(score.getLabel()).isEqualTo(INTENTS.get(offline.best()));
    assertThat(score.getScore()).isNull();
  }

  @Test
  void aTextBelowTheConfidenceHasProbabilitiesAndNoLabel() {
    ReviewScore score =
        score(ruled(AbstainRules.none().withConfidence(ConfidenceThreshold.of(0.999))), TEXT);

    assertThat(score.getLabel()).isNull();
    assertThat(score.getAbstained()).isEqualTo(AbstainReason.LOW_CONFIDENCE);
    assertThat(score.getProbabilities()).hasSize(5);
    assertThat(score.getScore()).isBetween(0.0, 1.0);
  }

  @Test
  void aTextWithTooManyUnknownWordsIsNotGivenToTheNetwork() {
    LoadedBundle half = ruled(AbstainRules.none().withUnknownShare(0.5));

    assertThat(score(half, "good zxqv").getLabel()).isNotNull();
    ReviewScore score = score(half, "good zxqv brrmpf");

    assertThat(score.getAbstained()).isEqualTo(AbstainReason.OUT_OF_VOCABULARY);
    assertThat(score.getProbabilities()).isEmpty();
    assertThat(score.getScore()).isNull();
    assertThat(score.getTokens().getOutOfVocabulary()).isEqualTo(2);
  }

  @Test
  void theMetersOfManyLabelsHaveTwentySeries() {
    LoadedBundle intents = TinyModel.inMemory(INTENTS, UnaryOperator.identity());
    try (ScoringDriver driver = new ScoringDriver(intents)) {
      publish(driver, TEXT);

      assertThat(driver.scrape().lines())
          .filteredOn(line -> line.startsWith("sentiment_scored_reviews_total{"))
          .hasSize(21)
          .anyMatch(line -> line.contains("label=\"other\""))
          .anyMatch(line -> line.contains("label=\"\""));
      assertThat(driver.scrape())
          .contains("sentiment_review_confidence_ratio_count{model=\"tiny\",version=\"1\"} 1")
          .doesNotContain("sentiment_review_score_ratio_count{");
    }
  }

  private static LoadedBundle ruled(AbstainRules rules) {
    UnaryOperator<ManifestBuilder> change = manifest -> manifest.task(Task.ORDERED).abstain(rules);
    return TinyModel.inMemory(STARS, change);
  }

  private static void assertSameProbabilities(
      ReviewScore score, List<String> labels, ClassifiedText offline) {
    assertThat(score.getProbabilities())
        .isEqualTo(
            IntStream.range(0, labels.size())
                .mapToObj(i -> new LabelProbability(labels.get(i), offline.probabilities().get(i)))
                .toList());
  }

  private ReviewScore score(LoadedBundle bundle, String text) {
    try (ScoringDriver driver = new ScoringDriver(bundle)) {
      publish(driver, text);
      return driver.decodedScore();
    }
  }

  private void publish(ScoringDriver driver, String text) {
    ReviewEvent review = new ReviewEvent("r1", null, text, null, null, null, Instant.EPOCH);
    driver.publish(new TestRecord<>("key".getBytes(UTF_8), encoder.encode(review)));
  }
}
