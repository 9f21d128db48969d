package io.sentimentstreams.trainer.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedOutcomesTest {

  /** Computed with exact fractions; 86 and 150 are the votes in Agresti, Categorical Data. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 1",
    "1, 0, 1",
    "5, 5, 1",
    "5, 0, 0.0625",
    "6, 0, 0.03125",
    "8, 2, 0.109375",
    "9, 1, 0.021484375",
    "1, 9, 0.021484375",
    "10, 0, 0.001953125",
    "150, 86, 3.715936139571442e-05",
    "1300, 1200, 0.047681865221043604"
  })
  void pValuesAreExact(int lost, int gained, double expected) {
    PairedOutcomes outcomes = new PairedOutcomes("all", 10_000, 5000, lost, gained);

    assertThat(outcomes.pValue()).isCloseTo(expected, within(1e-9 * expected));
  }

  @Test
  void outcomesAreCounted() {
    PairedOutcomes outcomes =
        PairedOutcomes.of(
            "all",
            List.of(true, true, true, false, false),
            List.of(true, false, false, true, false));

    assertThat(outcomes).isEqualTo(new PairedOutcomes("all", 5, 3, 2, 1));
    assertThat(outcomes.current()).isEqualTo(2);
  }

  @Test
  void differentCasesAreRefused() {
    assertThatThrownBy(() -> PairedOutcomes.of("all", List.of(true), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 and 0");
  }
}
