package io.sentimentstreams.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.app.serving.TinyModel;
import io.sentimentstreams.model.bundle.ReferenceHistograms;
import io.sentimentstreams.model.decision.AbstainReason;
import io.sentimentstreams.model.decision.Decision;
import io.sentimentstreams.model.decision.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DecisionMetersTest {

  private static final List<String> MANY =
      IntStream.range(0, 77).mapToObj(i -> "intent " + i).toList();
  private static final List<Long> COUNTS = LongStream.range(0, 77).boxed().toList();

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  @Test
  void everySeriesExistsFromTheStart() {
    meters(List.of("1", "2", "3"), List.of());

    assertThat(scored())
        .containsOnly(
            Map.entry("1", 0L), Map.entry("2", 0L), Map.entry("3", 0L), Map.entry("", 0L));
    assertThat(new MeterReadings(registry).totals().abstained())
        .containsOnly(Map.entry("LOW_CONFIDENCE", 0L), Map.entry("OUT_OF_VOCABULARY", 0L));
  }

  @Test
  void manyLabelsHaveTwentySeriesWithTheMostFrequentOnes() {
    DecisionMeters meters = meters(MANY, COUNTS);
    meters.record(decided("intent 76"));
    meters.record(decided("intent 58"));
    meters.record(decided("intent 57"));
    meters.record(decided("intent 0"));

    assertThat(scored())
        .hasSize(21)
        .containsEntry("intent 76", 1L)
        .containsEntry("intent 58", 1L)
        .doesNotContainKey("intent 57")
        .containsEntry("other", 2L);
  }

  @Test
  void withoutCountsTheFirstLabelsHaveSeries() {
    assertThat(DecisionMeters.named(MANY, List.of())).hasSize(19).contains("intent 0", "intent 18");
    assertThat(DecisionMeters.named(MANY.subList(0, 20), List.of())).hasSize(20);
  }

  @Test
  void aReviewWithoutLabelIsCountedByItsReasonAndAmongAllScores() {
    DecisionMeters meters = meters(List.of("1", "2", "3"), List.of());
    meters.record(Decision.abstained(AbstainReason.OUT_OF_VOCABULARY));
    meters.record(decided("2"));

    Totals totals = new MeterReadings(registry).totals();
    assertThat(totals.abstained())
        .containsEntry("OUT_OF_VOCABULARY", 1L)
        .containsEntry("LOW_CONFIDENCE", 0L);
    assertThat(totals.allScored()).isEqualTo(2);
    assertThat(totals.labelled())
        .containsOnly(Map.entry("1", 0L), Map.entry("2", 1L), Map.entry("3", 0L));
    assertThat(registry.scrape())
        .contains(
            "sentiment_scored_reviews_total{label=\"\",model=\"tiny\",version=\"1\"} 1",
            "sentiment_abstained_reviews_total{model=\"tiny\",reason=\"OUT_OF_VOCABULARY\",version=\"1\"} 1");
  }

  private Map<String, Long> scored() {
    return new MeterReadings(registry).totals().scored();
  }

  private DecisionMeters meters(List<String> labels, List<Long> counts) {
    ActiveModel model =
        ActiveModel.of(
            TinyModel.inMemory(
                labels,
                manifest ->
                    manifest
                        .task(Task.NOMINAL)
                        .histograms(ReferenceHistograms.empty().withLabels(counts))));
    return new DecisionMeters(
        new DefinedMeters(registry), Tags.of("model", "tiny", "version", "1"), model);
  }

  private static Decision decided(String label) {
    return new Decision(Optional.of(label), List.of(), Optional.empty(), Optional.empty());
  }
}
