package io.sentimentstreams.trainer.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.model.decision.AbstainBand;
import io.sentimentstreams.trainer.evaluate.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class AbstainBandSelectorTest {

  /** Predictions that are correct far from 0.5 and random near it. */
  private static final List<Prediction> HONEST = honest(3);

  @Test
  void bandIsNarrowestWithTargetPrecision() {
    AbstainBandSelector choice = AbstainBandSelector.of(HONEST, 0.5, 0.95);

    AbstainBand band = choice.band();
    assertThat(choice.decided().negativePrecision()).isGreaterThanOrEqualTo(0.95);
    assertThat(choice.decided().positivePrecision()).isGreaterThanOrEqualTo(0.95);
    assertThat(share(p -> p.score() < band.low() + 0.001, false)).isLessThan(0.95);
    assertThat(share(p -> p.score() >= band.high() - 0.001, true)).isLessThan(0.95);
    assertThat(band.coverage()).isBetween(0.1, 0.5);
    assertThat(band.precision()).isCloseTo(0.95, within(0.01));
  }

  /**
   * Scores at the ends count as serving labels them: the lower end abstains, the upper does not.
   */
  @Test
  void scoresAtTheEndsCountAsTheBandContainsThem() {
    List<Prediction> grid =
        HONEST.stream()
            .map(p -> new Prediction(Math.round(p.score() * 1000) / 1000.0, p.positive()))
            .toList();

    AbstainBandSelector choice = AbstainBandSelector.of(grid, 0.5, 0.9);

    AbstainBand band = choice.band();
    assertThat(grid).anyMatch(p -> p.score() == band.low()).anyMatch(p -> p.score() == band.high());
    assertThat(band.contains(band.low())).isTrue();
    assertThat(band.contains(band.high())).isFalse();
    long decided = grid.stream().filter(p -> !band.contains(p.score())).count();
    assertThat(choice.decided().coverage()).isEqualTo((double) decided / grid.size());
    assertThat(choice.decided().negativePrecision())
        .isEqualTo(share(grid, p -> p.score() < band.low(), false));
    assertThat(choice.decided().positivePrecision())
        .isEqualTo(share(grid, p -> p.score() >= band.high(), true));
  }

  @Property(tries = 50)
  void bothLabelsReachTargetOrReportIt(@ForAll @DoubleRange(min = 0.5, max = 1) double target) {
    AbstainBandSelector choice =
        AbstainBandSelector.of(HONEST.subList(0, 300), 0.5, Math.max(target, 0.51));

    assertThat(choice.band().low()).isLessThanOrEqualTo(0.5);
    assertThat(choice.band().high()).isGreaterThanOrEqualTo(0.5);
    if (choice.negativeReached()) {
      assertThat(choice.decided().negativePrecision()).isGreaterThanOrEqualTo(target);
    } else {
      assertThat(choice.band().low()).isZero();
    }
    if (choice.positiveReached()) {
      assertThat(choice.decided().positivePrecision()).isGreaterThanOrEqualTo(target);
    } else {
      assertThat(choice.band().high()).isEqualTo(1);
    }
  }

  @Test
  void bandOfAccurateModelIsEmpty() {
    AbstainBandSelector choice = AbstainBandSelector.of(HONEST, 0.5, 0.51);

    assertThat(choice.band().isEmpty()).isTrue();
    assertThat(choice.band().coverage()).isEqualTo(1);
  }

  @Test
  void bandIncludesAllScoresOfLabelBelowTarget() {
    List<Prediction> gladIsAGuess = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      gladIsAGuess.add(new Prediction(0.1, false));
      gladIsAGuess.add(new Prediction(i % 2 == 0 ? 1 : 0.9, i % 4 < 2));
    }

    AbstainBandSelector choice = AbstainBandSelector.of(gladIsAGuess, 0.5, 0.9);

    assertThat(choice.negativeReached()).isTrue();
    assertThat(choice.positiveReached()).isFalse();
    assertThat(choice.band()).isEqualTo(new AbstainBand(0.5, 1, 0.5, 1));
    assertThat(choice.band().contains(1)).isTrue();
    assertThat(choice.decided().positivePrecision()).isNull();
  }

  @Test
  void invalidPrecisionIsRejected() {
    assertThatThrownBy(() -> AbstainBandSelector.of(HONEST, 0.5, 95)).hasMessageContaining("95.0");
  }

  private static double share(Predicate<Prediction> some, boolean positive) {
    return share(HONEST, some, positive);
  }

  private static double share(
      List<Prediction> predictions, Predicate<Prediction> some, boolean positive) {
    return predictions.stream()
        .filter(some)
        .mapToDouble(p -> p.positive() == positive ? 1 : 0)
        .average()
        .orElseThrow();
  }

  private static List<Prediction> honest(long seed) {
    Random random = new Random(seed);
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      double score = random.nextDouble();
      predictions.add(new Prediction(score, random.nextDouble() < score));
    }
    return List.copyOf(predictions);
  }
}
