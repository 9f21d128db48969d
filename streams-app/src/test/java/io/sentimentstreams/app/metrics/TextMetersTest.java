package io.sentimentstreams.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.app.serving.TinyModel;
import io.sentimentstreams.model.decision.AbstainReason;
import io.sentimentstreams.model.decision.Decision;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.text.EncodedText;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextMetersTest {

  private static final Tags TAGS = Tags.of("model", "tiny", "version", "1");
  private static final ActiveModel TWO = ActiveModel.of(TinyModel.inMemory());

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final DefinedMeters meters = new DefinedMeters(registry);
  private final TextHistograms histograms = new TextHistograms(meters);

  @Test
  void aScoreAndItsConfidenceAreCountedInTheirBins() {
    of(TWO).record(TWO.rule().decide(new double[] {0.56, 0.44}), text(10, 0, 0));

    assertThat(registry.scrape())
        .contains(
            "sentiment_review_score_ratio_bucket{model=\"tiny\",version=\"1\",le=\"0.4\"} 0",
            "sentiment_review_score_ratio_bucket{model=\"tiny\",version=\"1\",le=\"0.5\"} 1",
            "sentiment_review_score_ratio_sum{model=\"tiny\",version=\"1\"} 0.44",
            "sentiment_review_confidence_ratio_sum{model=\"tiny\",version=\"1\"} 0.56");
  }

  @Test
  void anOrderedModelHasTheExpectedPositionAndTheLargestProbability() {
    ActiveModel stars = labelled(Task.ORDERED);
    of(stars).record(stars.rule().decide(new double[] {0.25, 0.25, 0.5}), text(10, 0, 0));

    assertThat(registry.scrape())
        .contains(
            "sentiment_review_score_ratio_sum{model=\"tiny\",version=\"1\"} 0.625",
            "sentiment_review_confidence_ratio_sum{model=\"tiny\",version=\"1\"} 0.5");
  }

  @Test
  void aModelOfLabelsWithoutAnOrderHasNoScores() {
    ActiveModel topics = labelled(Task.NOMINAL);
    of(topics).record(topics.rule().decide(new double[] {0.25, 0.25, 0.5}), text(10, 0, 0));

    assertThat(registry.scrape())
        .contains("sentiment_review_confidence_ratio_sum{model=\"tiny\",version=\"1\"} 0.5")
        .doesNotContain("sentiment_review_score_ratio_sum{");
  }

  @Test
  void aTextThatTheNetworkWasNotAskedAboutCountsItsTokens() {
    of(TWO).record(Decision.abstained(AbstainReason.OUT_OF_VOCABULARY), text(4, 4, 0));

    assertThat(registry.scrape())
        .contains(
            "sentiment_review_tokens_sum{model=\"tiny\",version=\"1\"} 4",
            "out_of_vocabulary_ratio_sum{model=\"tiny\",version=\"1\"} 1",
            "sentiment_review_score_ratio_count{model=\"tiny\",version=\"1\"} 0",
            "sentiment_review_confidence_ratio_count{model=\"tiny\",version=\"1\"} 0");
  }

  @Test
  void sharesAreCountedExactly() {
    of(TWO).record(TWO.rule().decide(new double[] {0.5, 0.5}), text(1_000, 15, 150));

    assertThat(registry.scrape())
        .contains(
            "out_of_vocabulary_ratio_bucket{model=\"tiny\",version=\"1\",le=\"0.01\"} 0",
            "out_of_vocabulary_ratio_bucket{model=\"tiny\",version=\"1\",le=\"0.02\"} 1",
            "review_truncated_ratio_bucket{model=\"tiny\",version=\"1\",le=\"0.1\"} 0",
            "review_truncated_ratio_bucket{model=\"tiny\",version=\"1\",le=\"0.2\"} 1",
            "review_tokens_bucket{model=\"tiny\",version=\"1\",le=\"1000.0\"} 1",
            "sentiment_truncated_reviews_total{model=\"tiny\",version=\"1\"} 1");
  }

  @Test
  void aTextWithoutTokensHasNoShares() {
    of(TWO).record(Decision.abstained(AbstainReason.OUT_OF_VOCABULARY), text(0, 0, 0));

    assertThat(registry.scrape())
        .contains(
            "sentiment_review_tokens_count{model=\"tiny\",version=\"1\"} 1",
            "out_of_vocabulary_ratio_count{model=\"tiny\",version=\"1\"} 0");
  }

  private TextMeters of(ActiveModel model) {
    return new TextMeters(meters, histograms, TAGS, model);
  }

  private static ActiveModel labelled(Task task) {
    return ActiveModel.of(
        TinyModel.inMemory(List.of("1", "2", "3"), manifest -> manifest.task(task)));
  }

  private static EncodedText text(int tokens, int unknown, int truncated) {
    return new EncodedText(new int[0], tokens, unknown, truncated);
  }
}
