package io.sentimentstreams.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import java.util.List;
import org.junit.jupiter.api.Test;

class PopulationStabilityTest {

  @Test
  void equalSharesHaveTheIndexZero() {
    assertThat(PopulationStability.index(List.of(1_000L, 3_000L), new long[] {10_000, 30_000}))
        .isCloseTo(0, within(1e-6));
  }

  @Test
  void differentSharesHaveTheIndexOfTheFormula() {
    // Shares 0.2, 0.3, 0.5 before and 0.3, 0.3, 0.4 now: 0.1 ln 1.5 + 0.1 ln 1.25.
    double index =
        PopulationStability.index(
            List.of(200_000L, 300_000L, 500_000L), new long[] {300_000, 300_000, 400_000});

    assertThat(index).isCloseTo(0.1 * Math.log(1.5) + 0.1 * Math.log(1.25), within(1e-5));
  }

  @Test
  void anEmptyBinHasALargeButFiniteIndex() {
    assertThat(PopulationStability.index(List.of(500L, 500L), new long[] {0, 1_000}))
        .isBetween(1.0, 10.0);
  }
}
