package io.sentimentstreams.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SlidingHistogramTest {

  private final AtomicLong now = new AtomicLong(1_000_000);
  private final SlidingHistogram histogram =
      new SlidingHistogram(List.of(0.5, 1.0), Duration.ofSeconds(60), 6, now::get);

  @Test
  void valuesAreCountedInTheBinOfTheirUpperBound() {
    histogram.record(0.5);
    histogram.record(0.6);
    histogram.record(7);

    assertThat(histogram.counts()).containsExactly(1, 1, 1);
  }

  @Test
  void valuesLeaveTheWindow() {
    histogram.record(0.1);
    now.addAndGet(40_000);
    histogram.record(0.9);
    assertThat(histogram.counts()).containsExactly(1, 1, 0);

    now.addAndGet(30_000);
    assertThat(histogram.counts()).containsExactly(0, 1, 0);

    now.addAndGet(3_600_000);
    assertThat(histogram.counts()).containsExactly(0, 0, 0);
  }

  @Test
  void aSliceIsReused() {
    histogram.record(0.1);
    now.addAndGet(60_000);
    histogram.record(0.9);

    assertThat(histogram.counts()).containsExactly(0, 1, 0);
  }
}
