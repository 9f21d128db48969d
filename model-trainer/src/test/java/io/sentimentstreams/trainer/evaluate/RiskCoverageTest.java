package io.sentimentstreams.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.trainer.evaluate.RiskCoverage.Point;
import io.sentimentstreams.trainer.evaluate.RiskCoverage.Ranked;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RiskCoverageTest {

  private static final RiskCoverage CURVE =
      RiskCoverage.of(
          List.of(
              new Ranked(0.4, false),
              new Ranked(0.9, true),
              new Ranked(0.6, true),
              new Ranked(0.8, false)));

  @Test
  void riskIsTheShareOfErrorsAmongTheMostConfident() {
    assertThat(CURVE.points())
        .containsExactly(
            new Point(0.25, 0), new Point(0.5, 0.5), new Point(0.75, 1.0 / 3), new Point(1, 0.5));
    assertThat(CURVE.area()).isCloseTo((0 + 0.5 + 1.0 / 3 + 0.5) / 4, within(1e-12));
    assertThat(CURVE.at(0.6)).isEqualTo(new Point(0.75, 1.0 / 3));
    assertThat(CURVE.at(0.6).accuracy()).isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void equalConfidencesAreAnsweredTogether() {
    RiskCoverage even =
        RiskCoverage.of(
            List.of(new Ranked(0.5, true), new Ranked(0.5, false), new Ranked(0.5, false)));

    assertThat(even.points()).containsExactly(new Point(1, 2.0 / 3));
    assertThat(even.area()).isEqualTo(2.0 / 3);
  }

  @Test
  void thinnedCurveKeepsBothEnds() {
    RiskCoverage fine =
        RiskCoverage.of(IntStream.range(0, 1000).mapToObj(i -> new Ranked(i, i % 3 > 0)).toList());

    RiskCoverage thin = fine.thinned(20);

    assertThat(thin.points()).hasSizeBetween(18, 21).isSubsetOf(fine.points());
    assertThat(thin.points().get(0)).isEqualTo(fine.points().get(0));
    assertThat(thin.points().get(thin.points().size() - 1).coverage()).isEqualTo(1);
    assertThatThrownBy(() -> RiskCoverage.of(List.of())).hasMessageContaining("No texts");
  }
}
