package io.sentimentstreams.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.app.metrics.Totals;
import io.sentimentstreams.app.page.RecentActivity.Recent;
import io.sentimentstreams.model.bundle.Histogram;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecentActivityTest {

  private final RecentActivity lastMinute = new RecentActivity();

  @Test
  void theRateIsUnknownBeforeTwoSamples() {
    Recent none = lastMinute.recent(counts(5));
    assertThat(none.perSecond()).isEmpty();
    assertThat(none.eachSecond()).isEmpty();
    assertThat(none.scores().counts()).containsExactly(0L, 0L);

    lastMinute.take(0, counts(5));
    assertThat(lastMinute.recent(counts(5)).perSecond()).isEmpty();
  }

  @Test
  void theRateIsThatOfTheLastTenSeconds() {
    take(0, 0);
    for (int second = 1; second <= 30; second++) {
      take(second, second <= 20 ? 100L * second : 2_000 + 7L * (second - 20));
    }

    assertThat(lastMinute.recent(counts(2_070)).perSecond()).isEqualTo(OptionalDouble.of(7));
  }

  @Test
  void aDelayedSamplerStillGivesTheRate() {
    take(0, 0);
    take(40, 80);

    assertThat(lastMinute.recent(counts(80)).perSecond()).isEqualTo(OptionalDouble.of(2));
  }

  @Test
  void samplesOlderThanAMinuteAreRemoved() {
    for (int second = 0; second <= 100; second++) {
      take(second, second);
    }
    Recent recent = lastMinute.recent(counts(103));

    assertThat(recent.eachSecond()).hasSize(60).containsOnly(1L);
    assertThat(recent.scores().counts()).containsExactly(63L, 0L);
  }

  @Test
  void quantilesLieEvenlyWithinTheirBin() {
    Histogram histogram = new Histogram(List.of(1.0, 2.0, 4.0), List.of(0L, 50L, 49L, 1L));

    assertThat(Quantile.of(histogram, 0.25)).isEqualTo(OptionalDouble.of(1.5));
    assertThat(Quantile.of(histogram, 0.5)).isEqualTo(OptionalDouble.of(2));
    assertThat(Quantile.of(histogram, 0.99)).isEqualTo(OptionalDouble.of(4));
    assertThat(Quantile.of(histogram, 1)).isEqualTo(OptionalDouble.of(4));
    assertThat(Quantile.of(new Histogram(List.of(1.0), List.of(0L, 0L)), 0.5)).isEmpty();
  }

  private void take(long second, long scored) {
    lastMinute.take(TimeUnit.SECONDS.toNanos(second), counts(scored));
  }

  private static Counts counts(long scored) {
    Histogram all = new Histogram(List.of(0.5), List.of(scored, 0L));
    return new Counts(new Totals(Map.of("POSITIVE", scored), Map.of(), Map.of(), all, all), all);
  }
}
