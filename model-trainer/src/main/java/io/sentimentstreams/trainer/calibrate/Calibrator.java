package io.sentimentstreams.trainer.calibrate;

import io.sentimentstreams.trainer.evaluate.Measures;
import io.sentimentstreams.trainer.evaluate.Prediction;
import java.util.List;

/**
 * Fit of a {@link Calibration} on predictions outside of the training set. Newton's method with
 * step halving minimizes the mean log loss, which is convex.
 *
 * <p>The targets are those of Platt (1999) instead of 1 and 0: {@code (n+ + 1) / (n+ + 2)} for
 * positive and {@code 1 / (n- + 2)} for negative predictions. This keeps the scale finite if the
 * scores separate the labels perfectly.
 */
public final class Calibrator {

  private static final int STEPS = 100;
  private static final double TOLERANCE = 1e-10;

  private final double[] logOdds;
  private final double[] targets;
  private final boolean shifts;

  private Calibrator(List<Prediction> predictions, boolean shifts) {
    long positive = predictions.stream().filter(Prediction::positive).count();
    double positiveTarget = (positive + 1.0) / (positive + 2);
    double negativeTarget = 1.0 / (predictions.size() - positive + 2);
    logOdds = predictions.stream().mapToDouble(p -> Calibration.logOdds(p.score())).toArray();
    targets =
        predictions.stream()
            .mapToDouble(p -> p.positive() ? positiveTarget : negativeTarget)
            .toArray();
    this.shifts = shifts;
  }

  /**
   * Fits a calibration.
   *
   * @param predictions at least one
   * @return the identity if no calibration lowers the log loss of these predictions
   */
  public static Calibration fit(CalibrationMethod method, List<Prediction> predictions) {
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException("No predictions to calibrate with. Provide at least one.");
    }
    return switch (method) {
      case NONE -> Calibration.IDENTITY;
      case TEMPERATURE -> better(new Calibrator(predictions, false).fit(), predictions);
      case PLATT -> better(new Calibrator(predictions, true).fit(), predictions);
    };
  }

  private static Calibration better(Parameters parameters, List<Prediction> predictions) {
    if (!(parameters.scale > 0)) {
      return Calibration.IDENTITY;
    }
    Calibration fitted = new Calibration(parameters.scale, parameters.shift);
    return logLoss(apply(fitted, predictions)) < logLoss(predictions)
        ? fitted
        : Calibration.IDENTITY;
  }

  /** Returns calibrated predictions. */
  public static List<Prediction> apply(Calibration calibration, List<Prediction> predictions) {
    return predictions.stream()
        .map(p -> new Prediction(calibration.apply(p.score()), p.positive()))
        .toList();
  }

  private static double logLoss(List<Prediction> predictions) {
    return Measures.of(predictions, 0.5).logLoss();
  }

  /** Parameters during the fit; the scale can have any value. */
  private record Parameters(double scale, double shift) {}

  private Parameters fit() {
    Parameters parameters = new Parameters(1, 0);
    double loss = loss(parameters);
    for (int step = 0; step < STEPS; step++) {
      Parameters direction = direction(parameters);
      double size = 1;
      Parameters next = moved(parameters, direction, size);
      while (loss(next) > loss && size > TOLERANCE) {
        size /= 2;
        next = moved(parameters, direction, size);
      }
      double nextLoss = loss(next);
      if (!(loss - nextLoss > TOLERANCE)) {
        break;
      }
      parameters = next;
      loss = nextLoss;
    }
    return parameters;
  }

  private static Parameters moved(Parameters parameters, Parameters direction, double size) {
    return new Parameters(
        parameters.scale + size * direction.scale, parameters.shift + size * direction.shift);
  }

  private double loss(Parameters parameters) {
    double sum = 0;
    for (int i = 0; i < targets.length; i++) {
      double z = parameters.scale * logOdds[i] + parameters.shift;
      sum += Math.max(z, 0) - z * targets[i] + Math.log1p(Math.exp(-Math.abs(z)));
    }
    return sum / targets.length;
  }

  /** Returns the Newton step. */
  private Parameters direction(Parameters parameters) {
    double gradientScale = 0;
    double gradientShift = 0;
    double scaleScale = TOLERANCE;
    double shiftShift = TOLERANCE;
    double scaleShift = 0;
    for (int i = 0; i < targets.length; i++) {
      double p = 1 / (1 + Math.exp(-(parameters.scale * logOdds[i] + parameters.shift)));
      double excess = p - targets[i];
      double curvature = p * (1 - p);
      gradientScale += excess * logOdds[i];
      gradientShift += excess;
      scaleScale += curvature * logOdds[i] * logOdds[i];
      shiftShift += curvature;
      scaleShift += curvature * logOdds[i];
    }
    if (!shifts) {
      return new Parameters(-gradientScale / scaleScale, 0);
    }
    double determinant = scaleScale * shiftShift - scaleShift * scaleShift;
    return new Parameters(
        -(shiftShift * gradientScale - scaleShift * gradientShift) / determinant,
        -(scaleScale * gradientShift - scaleShift * gradientScale) / determinant);
  }
}
