package io.sentimentstreams.trainer.calibrate;

import io.sentimentstreams.trainer.evaluate.Prediction;
import java.util.List;
import java.util.Optional;

/**
 * Fit of scale and shift to log-odds. Newton's method with step halving minimizes the mean log
 * loss, which is convex.
 *
 * <p>The targets are those of Platt (1999) instead of 1 and 0: {@code (n+ + 1) / (n+ + 2)} for
 * positive and {@code 1 / (n- + 2)} for negative predictions. This keeps the scale finite if the
 * scores separate the labels perfectly.
 */
final class AffineFit {

  private static final int STEPS = 100;
  private static final double TOLERANCE = 1e-10;

  private final double[] logOdds;
  private final double[] targets;
  private final boolean shifts;

  private AffineFit(List<Prediction> predictions, boolean shifts) {
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

  /** Returns the best calibration; empty if its scale is not above 0. */
  static Optional<Calibration> of(List<Prediction> predictions, boolean shifts) {
    Parameters found = new AffineFit(predictions, shifts).fit();
    return found.scale > 0 && Double.isFinite(found.scale) && Double.isFinite(found.shift)
        ? Optional.of(new Calibration(found.scale, found.shift))
        : Optional.empty();
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
