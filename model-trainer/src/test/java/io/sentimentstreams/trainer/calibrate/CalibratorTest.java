package io.sentimentstreams.trainer.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.trainer.evaluate.Measures;
import io.sentimentstreams.trainer.evaluate.Prediction;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalibratorTest {

  /** Predictions with log-odds that are three times too large. */
  private static final List<Prediction> OVERCONFIDENT = predictions(4000, 3, 0);

  /** Predictions with log-odds that are too large by 1. */
  private static final List<Prediction> TOO_GLAD = predictions(4000, 1, 1);

  @Test
  void temperatureCalibratesOverconfidentModelAndKeepsDecisions() {
    Calibration calibration = Calibrator.fit(CalibrationMethod.TEMPERATURE, OVERCONFIDENT);

    assertThat(calibration.temperature()).isCloseTo(3, within(0.2));
    assertThat(calibration.shift()).isZero();
    Measures before = Measures.of(OVERCONFIDENT, 0.5);
    Measures after = Measures.of(Calibrator.apply(calibration, OVERCONFIDENT), 0.5);
    assertThat(after.logLoss()).isLessThan(before.logLoss() - 0.1);
    assertThat(after.calibrationError()).isLessThan(0.03).isLessThan(before.calibrationError());
    assertThat(after.accuracy()).isEqualTo(before.accuracy());
    assertThat(after.auc()).isEqualTo(before.auc());
  }

  @Test
  void calibrationGeneralizesToOtherTexts() {
    Calibration calibration =
        Calibrator.fit(CalibrationMethod.TEMPERATURE, OVERCONFIDENT.subList(0, 2000));

    List<Prediction> others = OVERCONFIDENT.subList(2000, 4000);
    assertThat(Measures.of(Calibrator.apply(calibration, others), 0.5).logLoss())
        .isLessThan(Measures.of(others, 0.5).logLoss() - 0.1);
  }

  @Test
  void plattCorrectsShift() {
    Calibration calibration = Calibrator.fit(CalibrationMethod.PLATT, TOO_GLAD);

    assertThat(calibration.scale()).isCloseTo(1, within(0.1));
    assertThat(calibration.shift()).isCloseTo(-1, within(0.15));
  }

  @Test
  void resultIsLocalMinimum() {
    Calibration fitted = Calibrator.fit(CalibrationMethod.PLATT, OVERCONFIDENT);

    double best = loss(fitted);
    for (double by : new double[] {-0.02, 0.02}) {
      assertThat(loss(new Calibration(fitted.scale() + by, fitted.shift()))).isGreaterThan(best);
      assertThat(loss(new Calibration(fitted.scale(), fitted.shift() + by))).isGreaterThan(best);
    }
  }

  private static double loss(Calibration calibration) {
    return Measures.of(Calibrator.apply(calibration, OVERCONFIDENT), 0.5).logLoss();
  }

  @ParameterizedTest
  @EnumSource(CalibrationMethod.class)
  void separableScoresStayBelowCertainty(CalibrationMethod method) {
    List<Prediction> separated =
        IntStream.range(0, 40).mapToObj(i -> new Prediction(i / 40.0, i >= 20)).toList();

    Calibration calibration = Calibrator.fit(method, separated);

    assertThat(calibration.apply(39 / 40.0)).isLessThan(0.999999);
    assertThat(calibration.apply(1 / 40.0)).isGreaterThan(0.000001);
  }

  @ParameterizedTest
  @EnumSource(CalibrationMethod.class)
  void modelWorseThanChanceIsNotCalibrated(CalibrationMethod method) {
    List<Prediction> wrong =
        OVERCONFIDENT.stream().map(p -> new Prediction(1 - p.score(), p.positive())).toList();

    assertThat(Calibrator.fit(method, wrong)).isEqualTo(Calibration.IDENTITY);
  }

  @ParameterizedTest
  @EnumSource(CalibrationMethod.class)
  void scoresZeroAndOneAreAccepted(CalibrationMethod method) {
    List<Prediction> certain =
        List.of(new Prediction(1, true), new Prediction(0, false), new Prediction(1, false));

    assertThat(Calibrator.fit(method, certain).apply(1)).isBetween(0.5, 1.0);
  }

  @Test
  void emptyPredictionsAreRejected() {
    assertThatThrownBy(() -> Calibrator.fit(CalibrationMethod.TEMPERATURE, List.of()))
        .hasMessageContaining("at least one");
  }

  /** Samples labels from calibrated probabilities and returns distorted scores. */
  private static List<Prediction> predictions(int count, double scale, double shift) {
    Random random = new Random(5);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              double logOdds = 1.5 * random.nextGaussian();
              boolean positive = random.nextDouble() < sigmoid(logOdds);
              return new Prediction(sigmoid(scale * logOdds + shift), positive);
            })
        .toList();
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }
}
