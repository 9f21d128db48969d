package io.sentimentstreams.benchmarks.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuartilesTest {

  @Test
  void oneDisturbedRepetitionDoesNotMoveTheMedian() {
    assertThat(Quartiles.of(new double[] {2, 900, 1, 3, 2}).median()).isEqualTo(2);
  }

  @Test
  void aQuarterOfTheRepetitionsLiesBeyondEachBound() {
    assertThat(Quartiles.of(new double[] {5, 1, 4, 2, 3})).isEqualTo(new Quartiles(3, 2, 4));
  }

  @Test
  void quotientsAreTakenTurnByTurn() {
    double[] slowDown = {1, 10, 100};

    assertThat(Quartiles.ofQuotients(new double[] {2, 20, 200}, slowDown))
        .isEqualTo(new Quartiles(2, 2, 2));
  }
}
