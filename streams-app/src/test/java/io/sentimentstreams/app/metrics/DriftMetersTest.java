package io.sentimentstreams.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.model.bundle.Histogram;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.scoring.ScoredText;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftMetersTest {

  private static final int REFERENCE = 10_000;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final DriftMeters drift =
      new DriftMeters(new DefinedMeters(registry), Tags.empty(), reference());

  @Test
  void reviewsLikeTheValidationReviewsHaveNotDrifted() {
    for (int i = 0; i < 1_000; i++) {
      drift.record(new ScoredText(i % 100 / 100.0, 20 + i % 400, 0, 0));
    }

    assertThat(index("score")).isLessThan(0.05);
    assertThat(index("length")).isLessThan(0.05);
  }

  @Test
  void reviewsThatAreAllUnknownWordsHaveDrifted() {
    for (int i = 0; i < 1_000; i++) {
      drift.record(new ScoredText(0.5, 20 + i % 400, 20 + i % 400, 0));
    }

    assertThat(index("score")).isGreaterThan(0.25);
    assertThat(index("out_of_vocabulary")).isGreaterThan(0.25);
    assertThat(index("length")).isLessThan(0.05);
  }

  @Test
  void fewReviewsHaveNoIndex() {
    for (int i = 0; i < DriftMeters.MIN_SCORES - 1; i++) {
      drift.record(new ScoredText(0.5, 5, 5, 0));
    }

    assertThat(index("score")).isNaN();
  }

  private double index(String feature) {
    return registry.get(MeterDefinition.DRIFT.getName()).tag("feature", feature).gauge().value();
  }

  private static ReferenceHistograms reference() {
    return new ReferenceHistograms(
        Histogram.of(
            ReferenceHistograms.SCORE_BOUNDS,
            IntStream.range(0, REFERENCE).mapToDouble(i -> i % 100 / 100.0)),
        Histogram.of(
            ReferenceHistograms.LENGTH_BOUNDS,
            IntStream.range(0, REFERENCE).mapToDouble(i -> 20 + i % 400)),
        Histogram.of(
            ReferenceHistograms.SHARE_BOUNDS, IntStream.range(0, REFERENCE).mapToDouble(i -> 0)));
  }
}
