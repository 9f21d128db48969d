package io.sentimentstreams.trainer.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sentimentstreams.trainer.evaluate.ClassMeasures;
import io.sentimentstreams.trainer.evaluate.ClassPrediction;
import io.sentimentstreams.trainer.evaluate.Measures;
import io.sentimentstreams.trainer.evaluate.Prediction;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibratorTest {

  /** Predictions with log-odds that are three times too large. */
  private static final List<Prediction> OVERCONFIDENT = predictions(4000, 3, 0);

  /** Predictions with log-odds that are too large by 1. */
  private static final List<Prediction> TOO_GLAD = predictions(4000, 1, 1);

  @Test
  void temperatureCalibratesOverconfidentModelAndKeepsDecisions() {
    Calibration calibration = fit(CalibrationMethod.TEMPERATURE, OVERCONFIDENT);

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
    Calibration calibration = fit(CalibrationMethod.TEMPERATURE, OVERCONFIDENT.subList(0, 2000));

    List<Prediction> others = OVERCONFIDENT.subList(2000, 4000);
    assertThat(Measures.of(Calibrator.apply(calibration, others), 0.5).logLoss())
        .isLessThan(Measures.of(others, 0.5).logLoss() - 0.1);
  }

  @Test
  void plattCorrectsShift() {
    Calibration calibration = fit(CalibrationMethod.PLATT, TOO_GLAD);

    assertThat(calibration.scale()).isCloseTo(1, within(0.1));
    assertThat(calibration.shift()).isCloseTo(-1, within(0.15));
  }

  @Test
  void resultIsLocalMinimum() {
    Calibration fitted = fit(CalibrationMethod.PLATT, OVERCONFIDENT);

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

    Calibration calibration = fit(method, separated);

    assertThat(calibration.apply(39 / 40.0)).isLessThan(0.999999);
    assertThat(calibration.apply(1 / 40.0)).isGreaterThan(0.000001);
  }

  @ParameterizedTest
  @EnumSource(CalibrationMethod.class)
  void modelWorseThanChanceIsNotCalibrated(CalibrationMethod method) {
    List<Prediction> wrong =
        OVERCONFIDENT.stream().map(p -> new Prediction(1 - p.score(), p.positive())).toList();

    assertThat(fit(method, wrong)).isEqualTo(Calibration.IDENTITY);
  }

  @ParameterizedTest
  @EnumSource(CalibrationMethod.class)
  void scoresZeroAndOneAreAccepted(CalibrationMethod method) {
    List<Prediction> certain =
        List.of(new Prediction(1, true), new Prediction(0, false), new Prediction(1, false));

    assertThat(fit(method, certain).apply(1)).isBetween(0.5, 1.0);
  }

  @Test
  void emptyPredictionsAreRejected() {
    assertThatThrownBy(() -> Calibrator.fit(CalibrationMethod.TEMPERATURE, List.of()))
        .hasMessageContaining("at least one");
  }

  @Test
  void temperatureOfASoftmaxIsFound() {
    for (double factor : new double[] {0.5, 1.5, 3}) {
      List<ClassPrediction> distorted = classes(4000, 4, factor);

      CalibrationOutcome outcome = Calibrator.fitClasses(CalibrationMethod.TEMPERATURE, distorted);

      assertThat(outcome.reason()).isEmpty();
      assertThat(outcome.calibration().temperature()).isCloseTo(factor, within(0.1 * factor));
      assertThat(outcome.calibration().shift()).isZero();
      List<ClassPrediction> after = Calibrator.applyToClasses(outcome.calibration(), distorted);
      assertThat(ClassMeasures.calibrationError(after))
          .isLessThan(0.03)
          .isLessThan(ClassMeasures.calibrationError(distorted));
      assertThat(ClassMeasures.logLoss(after)).isLessThan(ClassMeasures.logLoss(distorted));
    }
  }

  @Test
  void softmaxOfTwoLabelsHasTheTemperatureOfASigmoid() {
    List<ClassPrediction> both =
        OVERCONFIDENT.stream()
            .map(p -> new ClassPrediction(List.of(1 - p.score(), p.score()), p.positive() ? 1 : 0))
            .toList();

    assertThat(
            Calibrator.fitClasses(CalibrationMethod.TEMPERATURE, both).calibration().temperature())
        .isCloseTo(fit(CalibrationMethod.TEMPERATURE, OVERCONFIDENT).temperature(), within(1e-4));
  }

  @Test
  void plattNeedsTwoLabels() {
    CalibrationOutcome outcome = Calibrator.fitClasses(CalibrationMethod.PLATT, classes(100, 3, 2));

    assertThat(outcome.calibration()).isEqualTo(Calibration.IDENTITY);
    assertThat(outcome.reason()).contains("platt needs two labels");
  }

  @Test
  void temperatureOutOfBoundsIsLeftOut() {
    Random random = new Random(3);
    List<Prediction> weak =
        IntStream.range(0, 80)
            .mapToObj(
                i -> new Prediction(0.5 + (i % 2 - 0.5) * 0.02 * random.nextDouble(), i % 2 == 1))
            .toList();

    CalibrationOutcome outcome = Calibrator.fit(CalibrationMethod.TEMPERATURE, weak);

    assertThat(outcome.calibration()).isEqualTo(Calibration.IDENTITY);
    assertThat(outcome.reason().orElseThrow())
        .matches("the temperature 0\\.00\\d+ is outside of 0\\.25 to 10\\.0");
  }

  @Test
  void fewPredictionsOrOneLabelAreLeftOut() {
    assertThat(Calibrator.fit(CalibrationMethod.TEMPERATURE, OVERCONFIDENT.subList(0, 29)).reason())
        .contains("29 validation reviews are fewer than 30");
    assertThat(
            Calibrator.fit(
                    CalibrationMethod.PLATT,
                    OVERCONFIDENT.stream().filter(Prediction::positive).toList())
                .reason())
        .contains("the validation reviews have one label only");
  }

  /** Any model, from noise to strong, with any distortion of its log-odds. */
  @Property(tries = 300)
  void calibrationErrorNeverRises(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 400) int count,
      @ForAll @DoubleRange(min = 0, max = 3) double strength,
      @ForAll @DoubleRange(min = 0.01, max = 20) double scale,
      @ForAll @DoubleRange(min = -1, max = 1) double shift,
      @ForAll @IntRange(min = 2, max = 5) int labels) {
    List<Prediction> predictions = predictions(random, count, strength, scale, shift);
    double before = Measures.of(predictions, 0.5).calibrationError();
    for (CalibrationMethod method : CalibrationMethod.values()) {
      CalibrationOutcome outcome = Calibrator.fit(method, predictions);
      double after =
          Measures.of(Calibrator.apply(outcome.calibration(), predictions), 0.5).calibrationError();
      assertThat(after).as("%s", outcome).isLessThanOrEqualTo(before + 1e-12);
      assertBounds(outcome);
    }
    List<ClassPrediction> classes = classes(random, count, labels, scale, strength);
    CalibrationOutcome outcome = Calibrator.fitClasses(CalibrationMethod.TEMPERATURE, classes);
    assertThat(
            ClassMeasures.calibrationError(
                Calibrator.applyToClasses(outcome.calibration(), classes)))
        .as("%s", outcome)
        .isLessThanOrEqualTo(ClassMeasures.calibrationError(classes) + 1e-12);
    assertBounds(outcome);
  }

  private static void assertBounds(CalibrationOutcome outcome) {
    assertThat(outcome.calibration().temperature())
        .isBetween(Calibrator.MIN_TEMPERATURE, Calibrator.MAX_TEMPERATURE);
    if (outcome.reason().isPresent()) {
      assertThat(outcome.calibration()).isEqualTo(Calibration.IDENTITY);
    }
  }

  /** The mean over many weak trainings: a calibration must also help on texts that it never saw. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 1, 2})
  void calibrationErrorOfOtherTextsDoesNotRiseOnAverage(double scale) {
    double sum = 0;
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<Prediction> seen = predictions(random, 200, 0.3, scale, 0);
      List<Prediction> others = predictions(random, 5000, 0.3, scale, 0);
      Calibration calibration = fit(CalibrationMethod.TEMPERATURE, seen);
      sum +=
          Measures.of(Calibrator.apply(calibration, others), 0.5).calibrationError()
              - Measures.of(others, 0.5).calibrationError();
    }
    assertThat(sum / 100).isLessThan(0.01);
  }

  private static List<ClassPrediction> classes(int count, int labels, double scale) {
    return classes(new Random(7), count, labels, scale, 1.5);
  }

  /** Samples labels from calibrated probabilities and returns a distorted softmax. */
  private static List<ClassPrediction> classes(
      Random random, int count, int labels, double scale, double strength) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              double[] logits =
                  IntStream.range(0, labels)
                      .mapToDouble(label -> strength * random.nextGaussian())
                      .toArray();
              List<Double> probabilities = softmax(logits, 1);
              double drawn = random.nextDouble();
              int label = 0;
              for (drawn -= probabilities.get(0); drawn > 0 && label < labels - 1; ) {
                label++;
                drawn -= probabilities.get(label);
              }
              return new ClassPrediction(softmax(logits, scale), label);
            })
        .toList();
  }

  private static List<Double> softmax(double[] logits, double scale) {
    double max = Arrays.stream(logits).max().orElseThrow();
    double sum = Arrays.stream(logits).map(each -> Math.exp(scale * (each - max))).sum();
    return Arrays.stream(logits).mapToObj(each -> Math.exp(scale * (each - max)) / sum).toList();
  }

  private static Calibration fit(CalibrationMethod method, List<Prediction> predictions) {
    return Calibrator.fit(method, predictions).calibration();
  }

  /** Samples labels from calibrated probabilities and returns distorted scores. */
  private static List<Prediction> predictions(int count, double scale, double shift) {
    return predictions(new Random(5), count, 1.5, scale, shift);
  }

  private static List<Prediction> predictions(
      Random random, int count, double strength, double scale, double shift) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              double logOdds = strength * random.nextGaussian();
              boolean positive = random.nextDouble() < sigmoid(logOdds);
              return new Prediction(sigmoid(scale * logOdds + shift), positive);
            })
        .toList();
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }
}
