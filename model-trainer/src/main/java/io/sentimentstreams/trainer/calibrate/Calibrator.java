package io.sentimentstreams.trainer.calibrate;

import io.sentimentstreams.trainer.evaluate.ClassPrediction;
import io.sentimentstreams.trainer.evaluate.Prediction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Fit of a {@link Calibration} on predictions outside of the training set. A calibration is left
 * out if
 *
 * <ul>
 *   <li>there are fewer than {@value #MIN_EXAMPLES} predictions or only one label,
 *   <li>its temperature is outside of {@value #MIN_TEMPERATURE} to {@value #MAX_TEMPERATURE}, or
 *   <li>it makes log loss or calibration error worse, on these predictions or on held-out folds of
 *       them.
 * </ul>
 *
 * <p>Temperatures of neural networks are near 1, mostly from 1 to 5 (Guo et al., 2017, On
 * Calibration of Modern Neural Networks). An optimum outside of the bounds means that the scores
 * carry too little information to be scaled.
 */
public final class Calibrator {

  /** Smallest temperature that is applied. */
  public static final double MIN_TEMPERATURE = 0.25;

  /** Largest temperature that is applied. */
  public static final double MAX_TEMPERATURE = 10;

  /** Smallest number of predictions that a calibration is fitted to. */
  public static final int MIN_EXAMPLES = 30;

  private static final int FOLDS = 5;
  private static final long SEED = 1;
  private static final double MIN_PROBABILITY = 1e-17;

  private Calibrator() {}

  /**
   * Fits a calibration for two labels.
   *
   * @param predictions at least one
   */
  public static CalibrationOutcome fit(CalibrationMethod method, List<Prediction> predictions) {
    requireOne(predictions);
    return method == CalibrationMethod.NONE
        ? CalibrationOutcome.of(Calibration.IDENTITY)
        : checked(new BinaryPredictions(predictions, method == CalibrationMethod.PLATT));
  }

  /**
   * Fits a temperature for more than two labels.
   *
   * @param predictions at least one
   */
  public static CalibrationOutcome fitClasses(
      CalibrationMethod method, List<ClassPrediction> predictions) {
    requireOne(predictions);
    return switch (method) {
      case NONE -> CalibrationOutcome.of(Calibration.IDENTITY);
      case TEMPERATURE -> checked(new ClassPredictions(predictions));
      case PLATT -> CalibrationOutcome.leftOut("platt needs two labels");
    };
  }

  private static void requireOne(List<?> predictions) {
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException("No predictions to calibrate with. Provide at least one.");
    }
  }

  private static <S extends Predictions<S>> CalibrationOutcome checked(S predictions) {
    if (predictions.size() < MIN_EXAMPLES) {
      return leftOut("%,d validation reviews are fewer than %d", predictions.size(), MIN_EXAMPLES);
    }
    if (predictions.labels() < 2) {
      return leftOut("the validation reviews have one label only");
    }
    Optional<Calibration> fitted = predictions.fit();
    if (fitted.isEmpty()) {
      return leftOut("the scores are no better than chance on the validation reviews");
    }
    double temperature = fitted.get().temperature();
    if (!isInBounds(temperature)) {
      return leftOut(
          "the temperature %.5g is outside of %s to %s",
          temperature, MIN_TEMPERATURE, MAX_TEMPERATURE);
    }
    return worse(predictions, predictions.calibrated(fitted.get()), "the validation reviews")
        .or(() -> worse(predictions, heldOut(predictions), "held-out folds"))
        .map(CalibrationOutcome::leftOut)
        .orElseGet(() -> CalibrationOutcome.of(fitted.get()));
  }

  private static boolean isInBounds(double temperature) {
    return temperature >= MIN_TEMPERATURE && temperature <= MAX_TEMPERATURE;
  }

  /** Returns predictions of each fold with the calibration that the other folds result in. */
  private static <S extends Predictions<S>> S heldOut(S predictions) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, predictions.size()).boxed().toList());
    Collections.shuffle(order, new Random(SEED));
    Optional<S> all = Optional.empty();
    for (int fold = 0; fold < FOLDS; fold++) {
      int from = fold * order.size() / FOLDS;
      int to = (fold + 1) * order.size() / FOLDS;
      List<Integer> others = new ArrayList<>(order.subList(0, from));
      others.addAll(order.subList(to, order.size()));
      Calibration calibration =
          predictions
              .subset(others)
              .fit()
              .filter(fitted -> isInBounds(fitted.temperature()))
              .orElse(Calibration.IDENTITY);
      S part = predictions.subset(order.subList(from, to)).calibrated(calibration);
      all = Optional.of(all.map(before -> before.with(part)).orElse(part));
    }
    return all.orElseThrow();
  }

  private static <S extends Predictions<S>> Optional<String> worse(S before, S after, String on) {
    if (after.error() > before.error()) {
      return Optional.of(
          text(
              "it would raise the calibration error on %s from %.5f to %.5f",
              on, before.error(), after.error()));
    }
    if (!(after.logLoss() < before.logLoss())) {
      return Optional.of(
          text(
              "it would not lower the log loss on %s: %.5f before, %.5f after",
              on, before.logLoss(), after.logLoss()));
    }
    return Optional.empty();
  }

  private static CalibrationOutcome leftOut(String format, Object... values) {
    return CalibrationOutcome.leftOut(text(format, values));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  /** Returns calibrated predictions. */
  public static List<Prediction> apply(Calibration calibration, List<Prediction> predictions) {
    return predictions.stream()
        .map(p -> new Prediction(calibration.apply(p.score()), p.positive()))
        .toList();
  }

  /** Returns calibrated predictions; the shift of the calibration has no effect on a softmax. */
  public static List<ClassPrediction> applyToClasses(
      Calibration calibration, List<ClassPrediction> predictions) {
    return predictions.stream()
        .map(p -> new ClassPrediction(softmax(calibration.scale(), logits(p)), p.label()))
        .toList();
  }

  /** Returns log-probabilities, which are logits of the same softmax. */
  static double[] logits(ClassPrediction prediction) {
    return prediction.probabilities().stream()
        .mapToDouble(probability -> Math.log(Math.max(probability, MIN_PROBABILITY)))
        .toArray();
  }

  private static List<Double> softmax(double scale, double[] logits) {
    double max = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      max = Math.max(max, scale * logit);
    }
    double sum = 0;
    double[] powers = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      powers[i] = Math.exp(scale * logits[i] - max);
      sum += powers[i];
    }
    double total = sum;
    return IntStream.range(0, logits.length).mapToObj(i -> powers[i] / total).toList();
  }
}
