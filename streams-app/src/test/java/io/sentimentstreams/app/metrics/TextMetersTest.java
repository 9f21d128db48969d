package io.sentimentstreams.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.scoring.ScoredText;
import org.junit.jupiter.api.Test;

class TextMetersTest {

  private static final Tags MODEL = Tags.of("model", "tiny", "version", "1");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final TextMeters texts =
      new TextMeters(new DefinedMeters(registry), MODEL, ReferenceHistograms.empty());

  @Test
  void aScoreIsCountedInItsBin() {
    texts.record(new ScoredText(0.44, 10, 0, 0));

    assertThat(registry.scrape())
        .contains(
            "sentiment_review_score_ratio_bucket{model=\"tiny\",version=\"1\",le=\"0.4\"} 0",
            "sentiment_review_score_ratio_bucket{model=\"tiny\",version=\"1\",le=\"0.5\"} 1",
            "sentiment_review_score_ratio_sum{model=\"tiny\",version=\"1\"} 0.44");
  }

  @Test
  void sharesAreCountedExactly() {
    texts.record(new ScoredText(0.5, 1_000, 15, 150));

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
    texts.record(new ScoredText(0.5, 0, 0, 0));

    assertThat(registry.scrape())
        .contains(
            "sentiment_review_tokens_count{model=\"tiny\",version=\"1\"} 1",
            "out_of_vocabulary_ratio_count{model=\"tiny\",version=\"1\"} 0");
  }
}
