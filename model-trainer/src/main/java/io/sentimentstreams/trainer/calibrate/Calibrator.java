package io.sentimentstreams.trainer.calibrate;

import io.sentimentstreams.trainer.evaluate.Measures;
import io.sentimentstreams.trainer.evaluate.Prediction;
import java.util.List;

/**
 * Fits a {@link Calibration} on predictions that the model did not learn from: the smallest mean
 * log loss, by Newton's method with halved steps. The problem is convex, so there is one answer.
 *
 * <p>The targets are those of Platt (1999): {@code (n+ + 1) / (n+ + 2)} for positive and {@code 1 /
 * (n- + 2)} for negative ones instead of 1 and 0. Scores that separate the labels without an error
 * would be pushed to certainty otherwise.
 */
public final class Calibrator {

  private static final int STEPS = 100;
  private static final double TOLERANCE = 1e-10;

  private final double[] logOdds;
  private final double[] targets;
  private final boolean shifts;

  private Calibrator(List<Prediction> predictions, boolean shifts) {
    long positive = predictions.stream().filter(Prediction::positive).count();
    double sure = (positive + 1.0) / (positive + 2);
    double unsure = 1.0 / (predictions.size() - positive + 2);
    logOdds = predictions.stream().mapToDouble(p -> Calibration.logOdds(p.score())).toArray();
    targets = predictions.stream().mapToDouble(p -> p.positive() ? sure : unsure).toArray();
    this.shifts = shifts;
  }

  /**
   * Fits a calibration.
   *
   * @param predictions at least one
   * @return the identity where nothing lowers the log loss of these predictions
   */
  public static Calibration fit(CalibrationMethod method, List<Prediction> predictions) {
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one prediction to calibrate with");
    }
    return switch (method) {
      case NONE -> Calibration.IDENTITY;
      case TEMPERATURE -> better(new Calibrator(predictions, false).fit(), predictions);
      case PLATT -> better(new Calibrator(predictions, true).fit(), predictions);
    };
  }

  private static Calibration better(Line line, List<Prediction> predictions) {
    if (!(line.scale > 0)) {
      return Calibration.IDENTITY;
    }
    Calibration fitted = new Calibration(line.scale, line.shift);
    return logLoss(apply(fitted, predictions)) < logLoss(predictions)
        ? fitted
        : Calibration.IDENTITY;
  }

  /** The predictions as they are after a calibration. */
  public static List<Prediction> apply(Calibration calibration, List<Prediction> predictions) {
    return predictions.stream()
        .map(p -> new Prediction(calibration.apply(p.score()), p.positive()))
        .toList();
  }

  private static double logLoss(List<Prediction> predictions) {
    return Measures.of(predictions, 0.5).logLoss();
  }

  /** A line in the making, whose scale may still be anything. */
  private record Line(double scale, double shift) {}

  private Line fit() {
    Line line = new Line(1, 0);
    double loss = loss(line);
    for (int step = 0; step < STEPS; step++) {
      Line direction = direction(line);
      double size = 1;
      Line next = moved(line, direction, size);
      while (loss(next) > loss && size > TOLERANCE) {
        size /= 2;
        next = moved(line, direction, size);
      }
      double nextLoss = loss(next);
      if (!(loss - nextLoss > TOLERANCE)) {
        break;
      }
      line = next;
      loss = nextLoss;
    }
    return line;
  }

  private static Line moved(Line line, Line direction, double size) {
    return new Line(line.scale + size * direction.scale, line.shift + size * direction.shift);
  }

  private double loss(Line line) {
    double sum = 0;
    for (int i = 0; i < targets.length; i++) {
      double z = line.scale * logOdds[i] + line.shift;
      sum += Math.max(z, 0) - z * targets[i] + Math.log1p(Math.exp(-Math.abs(z)));
    }
    return sum / targets.length;
  }

  /** Where Newton's method goes from here. */
  private Line direction(Line line) {
    double gradientScale = 0;
    double gradientShift = 0;
    double scaleScale = TOLERANCE;
    double shiftShift = TOLERANCE;
    double scaleShift = 0;
    for (int i = 0; i < targets.length; i++) {
      double p = 1 / (1 + Math.exp(-(line.scale * logOdds[i] + line.shift)));
      double excess = p - targets[i];
      double curvature = p * (1 - p);
      gradientScale += excess * logOdds[i];
      gradientShift += excess;
      scaleScale += curvature * logOdds[i] * logOdds[i];
      shiftShift += curvature;
      scaleShift += curvature * logOdds[i];
    }
    if (!shifts) {
      return new Line(-gradientScale / scaleScale, 0);
    }
    double determinant = scaleScale * shiftShift - scaleShift * scaleShift;
    return new Line(
        -(shiftShift * gradientScale - scaleShift * gradientShift) / determinant,
        -(scaleScale * gradientShift - scaleShift * gradientScale) / determinant);
  }
}
