package io.sentimentstreams.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.search.Search;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.app.serving.TinyModel;
import io.sentimentstreams.model.bundle.Histogram;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.decision.Task;
import io.sentimentstreams.model.text.EncodedText;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftMetersTest {

  private static final int REFERENCE = 10_000;
  private static final List<String> TWO = List.of("negative", "positive");
  private static final List<String> TWELVE =
      IntStream.range(0, 12).mapToObj(i -> "topic " + i).toList();

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @Test
  void reviewsLikeTheValidationReviewsHaveNotDrifted() {
    Drift drift = drift(TWO, List.of(5_000L, 5_000L));
    for (int i = 0; i < 1_000; i++) {
      drift.score(i % 100 / 100.0, 20 + i % 400, 0);
    }

    assertThat(index("score")).isLessThan(0.05);
    assertThat(index("length")).isLessThan(0.05);
    assertThat(index("label")).isLessThan(0.05);
  }

  @Test
  void reviewsThatAreAllUnknownWordsHaveDrifted() {
    Drift drift = drift(TWO, List.of(5_000L, 5_000L));
    for (int i = 0; i < 1_000; i++) {
      drift.score(0.5, 20 + i % 400, 20 + i % 400);
    }

    assertThat(index("score")).isGreaterThan(0.25);
    assertThat(index("out_of_vocabulary")).isGreaterThan(0.25);
    assertThat(index("length")).isLessThan(0.05);
    assertThat(index("label")).isGreaterThan(0.25);
  }

  @Test
  void fewReviewsHaveNoIndex() {
    Drift drift = drift(TWO, List.of(5_000L, 5_000L));
    for (int i = 0; i < DriftMeters.MIN_SCORES - 1; i++) {
      drift.score(0.5, 5, 5);
    }

    assertThat(index("score")).isNaN();
    drift.score(0.5, 5, 5);
    assertThat(index("score")).isNotNaN();
  }

  @Test
  void sharesOfManyLabelsAreComparedWithMoreReviews() {
    Drift drift = drift(TWELVE, Collections.nCopies(12, 100L));
    for (int i = 0; i < 599; i++) {
      drift.best(i % 12);
    }
    assertThat(index("confidence")).isNotNaN();
    assertThat(index("label")).isNaN();

    drift.best(11);
    assertThat(index("label")).isLessThan(1e-6);
    for (int i = 0; i < 600; i++) {
      drift.best(3);
    }
    assertThat(index("label")).isGreaterThan(0.25);
  }

  @Test
  void aBundleWithoutCountsOfLabelsHasNoIndexOfThem() {
    Drift drift = drift(TWELVE, List.of());
    for (int i = 0; i < 1_000; i++) {
      drift.best(i % 12);
    }

    assertThat(index("confidence")).isNotNaN();
    assertThat(index("label")).isNaN();
    assertThat(Search.in(registry).tag("feature", "score").gauge()).isNull();
  }

  private double index(String feature) {
    return registry.get(MeterDefinition.DRIFT.getName()).tag("feature", feature).gauge().value();
  }

  private Drift drift(List<String> labels, List<Long> counts) {
    ActiveModel model =
        ActiveModel.of(
            TinyModel.inMemory(
                labels,
                manifest ->
                    manifest
                        .task(labels.size() == 2 ? Task.BINARY : Task.NOMINAL)
                        .histograms(reference().withLabels(counts))));
    return new Drift(model, new DriftMeters(new DefinedMeters(registry), Tags.empty(), model));
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

  /** Records decisions. */
  private record Drift(ActiveModel model, DriftMeters meters) {

    void score(double score, int tokens, int unknown) {
      meters.recordText(new EncodedText(new int[0], tokens, unknown, 0));
      meters.recordDecision(
          model.rule().decide(new double[] {1 - score, score}), Math.max(score, 1 - score));
    }

    void best(int label) {
      double[] probabilities = new double[model.labels().size()];
      probabilities[label] = 1;
      meters.recordDecision(model.rule().decide(probabilities), 1);
    }
  }
}
