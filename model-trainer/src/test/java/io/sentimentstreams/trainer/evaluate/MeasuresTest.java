package io.sentimentstreams.trainer.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MeasuresTest {

  private static final Offset<Double> EXACT = within(1e-12);

  /** Positives at 0.9, 0.6, 0.4; negatives at 0.6, 0.2, 0.1. */
  private static final List<Prediction> SIX =
      List.of(
          new Prediction(0.9, true),
          new Prediction(0.6, true),
          new Prediction(0.4, true),
          new Prediction(0.6, false),
          new Prediction(0.2, false),
          new Prediction(0.1, false));

  @Test
  void decisionsAreCounted() {
    Measures measures = Measures.of(SIX, 0.5);

    assertThat(measures.examples()).isEqualTo(6);
    assertThat(measures.confusion()).isEqualTo(new ConfusionMatrix(2, 1, 2, 1));
    assertThat(measures.accuracy()).isCloseTo(4 / 6.0, EXACT);
    assertThat(measures.precision()).isCloseTo(2 / 3.0, EXACT);
    assertThat(measures.recall()).isCloseTo(2 / 3.0, EXACT);
    assertThat(measures.f1()).isCloseTo(2 / 3.0, EXACT);
  }

  @Test
  void scoreAtThresholdIsPositive() {
    assertThat(Measures.of(SIX, 0.6).confusion()).isEqualTo(new ConfusionMatrix(2, 1, 2, 1));
    assertThat(Measures.of(SIX, 0.61).confusion()).isEqualTo(new ConfusionMatrix(1, 0, 3, 2));
  }

  @Test
  void aucCountsOrderedPairsAndTiesHalf() {
    // Of 9 pairs: 0.9 beats 3; 0.6 beats 2 and ties 1; 0.4 beats 2.
    assertThat(Measures.of(SIX, 0.5).auc()).isCloseTo((3 + 2.5 + 2) / 9, EXACT);
  }

  @Test
  void aucIsShareOfOrderedPairs() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 50; round++) {
      List<Prediction> predictions = new ArrayList<>(SIX);
      for (int i = random.nextInt(60); i > 0; i--) {
        predictions.add(new Prediction(random.nextInt(11) / 10.0, random.nextBoolean()));
      }

      assertThat(Measures.of(predictions, 0.5).auc()).isCloseTo(pairs(predictions), EXACT);
    }
  }

  private static double pairs(List<Prediction> predictions) {
    double won = 0;
    double all = 0;
    for (Prediction positive : predictions) {
      for (Prediction negative : predictions) {
        if (positive.positive() && !negative.positive()) {
          all++;
          won += 0.5 + 0.5 * Math.signum(positive.score() - negative.score());
        }
      }
    }
    return won / all;
  }

  @Test
  void aucOfOneLabelIsUndefined() {
    assertThat(Measures.of(SIX.subList(0, 3), 0.5).auc()).isNull();
    assertThat(Measures.of(SIX.subList(3, 6), 0.5).auc()).isNull();
  }

  @Test
  void logLossIsTheMeanOfNegativeLogarithms() {
    double expected =
        -(Math.log(0.9)
                + Math.log(0.6)
                + Math.log(0.4)
                + Math.log(0.4)
                + Math.log(0.8)
                + Math.log(0.9))
            / 6;

    assertThat(Measures.of(SIX, 0.5).logLoss()).isCloseTo(expected, EXACT);
  }

  @Test
  void logLossOfACertainMistakeIsClipped() {
    List<Prediction> mistakes = List.of(new Prediction(0, true), new Prediction(1, false));

    assertThat(Measures.of(mistakes, 0.5).logLoss()).isCloseTo(-Math.log(1e-7), within(1e-8));
  }

  @Test
  void calibrationErrorIsTheGapOfEachBinWeightedByItsSize() {
    // Bins of 1/15: 0.9 alone (13), both 0.6 (9), 0.4 (6), 0.2 (3), 0.1 (1).
    double expected = (0.1 + Math.abs(1.2 - 1) + 0.6 + 0.2 + 0.1) / 6;

    assertThat(Measures.of(SIX, 0.5).calibrationError()).isCloseTo(expected, EXACT);
  }

  @Test
  void calibrationErrorOfCalibratedScoresIsZero() {
    List<Prediction> quarter =
        List.of(
            new Prediction(0.25, true),
            new Prediction(0.25, false),
            new Prediction(0.25, false),
            new Prediction(0.25, false),
            new Prediction(1, true),
            new Prediction(0, false));

    assertThat(Measures.of(quarter, 0.5).calibrationError()).isCloseTo(0, EXACT);
  }

  @Test
  void ratiosOfEmptyClassesAreZero() {
    Measures measures = Measures.of(List.of(new Prediction(0.1, false)), 0.5);

    assertThat(measures.precision()).isZero();
    assertThat(measures.recall()).isZero();
    assertThat(measures.f1()).isZero();
    assertThat(measures.accuracy()).isEqualTo(1);
  }

  @Test
  void scoresOutOfRangeAndEmptyListsAreRejected() {
    assertThatThrownBy(() -> new Prediction(1.01, true)).hasMessageContaining("1.01");
    assertThatThrownBy(() -> new Prediction(Double.NaN, true)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Measures.of(List.of(), 0.5)).hasMessageContaining("at least one");
  }
}
