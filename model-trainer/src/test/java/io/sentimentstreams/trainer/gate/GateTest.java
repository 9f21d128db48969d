package io.sentimentstreams.trainer.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {

  @Test
  void pValuesAreCorrectedByHolmsMethod() {
    Gate gate = Gate.of(List.of(group("a", 8, 1), group("b", 10, 0), group("c", 9, 1)));

    assertThat(gate.groups())
        .extracting(Gate.Row::adjustedPValue)
        .usingComparatorForType(
            (a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b), Double.class)
        .containsExactly(2 * 0.021484375, 3 * 0.001953125, 2 * 0.021484375);
    assertThat(gate.groups()).allMatch(Gate.Row::fallsBack);
    assertThat(gate.exitCode()).isEqualTo(3);
    assertThat(gate.toText()).contains("WORSE", "refused, significantly worse groups: 3");
  }

  @Test
  void adjustedPValuesAreAtMostOne() {
    Gate gate = Gate.of(List.of(group("a", 3, 2), group("b", 1, 1)));

    assertThat(gate.groups()).allMatch(row -> row.adjustedPValue() == 1);
    assertThat(gate.passed()).isTrue();
    assertThat(gate.exitCode()).isZero();
  }

  @Test
  void lossThatIsOnlySignificantAloneIsNotRefused() {
    PairedOutcomes loss = group("loss", 6, 0);
    assertThat(Gate.of(List.of(loss)).passed()).isFalse();

    Gate gate = Gate.of(List.of(loss, group("other", 0, 0)));

    assertThat(gate.groups().get(0).adjustedPValue()).isCloseTo(0.0625, within(1e-9));
    assertThat(gate.passed()).isTrue();
  }

  @Test
  void significantlyBetterGroupIsNotRefused() {
    Gate gate = Gate.of(List.of(group("better", 0, 50)));

    assertThat(gate.passed()).isTrue();
    assertThat(gate.toText()).contains("ok", "passed").doesNotContain("WORSE");
  }

  private static PairedOutcomes group(String name, int lost, int gained) {
    return new PairedOutcomes(name, 1000, 500, lost, gained);
  }
}
