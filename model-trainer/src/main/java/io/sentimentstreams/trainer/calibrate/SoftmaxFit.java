package io.sentimentstreams.trainer.calibrate;

import io.sentimentstreams.trainer.evaluate.ClassPrediction;
import java.util.List;
import java.util.Optional;

/**
 * Fit of one scale to the logits of a softmax. Newton's method with step halving minimizes the mean
 * log loss, which is convex in the scale.
 *
 * <p>Log-probabilities replace the logits: they differ by a constant per text, which the softmax
 * removes. The targets are those of Platt (1999) for one label against the rest: {@code (n + 1) /
 * (n + 2)} for the true label with n texts, and equal parts of the rest for the others.
 */
final class SoftmaxFit {

  private static final int STEPS = 100;
  private static final double TOLERANCE = 1e-10;

  private final double[][] logits;
  private final int[] labels;
  private final double[] targets;

  private SoftmaxFit(List<ClassPrediction> predictions) {
    int classes = predictions.get(0).probabilities().size();
    logits = predictions.stream().map(each -> Calibrator.logits(each)).toArray(double[][]::new);
    labels = predictions.stream().mapToInt(ClassPrediction::label).toArray();
    long[] counts = new long[classes];
    for (int label : labels) {
      counts[label]++;
    }
    targets = new double[classes];
    for (int i = 0; i < classes; i++) {
      targets[i] = (counts[i] + 1.0) / (counts[i] + 2.0);
    }
  }

  /** Returns the best calibration; empty if its scale is not above 0. */
  static Optional<Calibration> of(List<ClassPrediction> predictions) {
    double scale = new SoftmaxFit(predictions).scale();
    return scale > 0 && Double.isFinite(scale)
        ? Optional.of(new Calibration(scale, 0))
        : Optional.empty();
  }

  private double scale() {
    double scale = 1;
    double loss = loss(scale);
    for (int step = 0; step < STEPS; step++) {
      double direction = direction(scale);
      double size = 1;
      double nextLoss = loss(scale + direction);
      while (nextLoss > loss && size > TOLERANCE) {
        size /= 2;
        nextLoss = loss(scale + size * direction);
      }
      if (!(loss - nextLoss > TOLERANCE)) {
        break;
      }
      scale += size * direction;
      loss = nextLoss;
    }
    return scale;
  }

  private double loss(double scale) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      sum += logSum(scale, logits[i]) - scale * expected(i);
    }
    return sum / labels.length;
  }

  /** Returns the mean logit of a text under its targets. */
  private double expected(int text) {
    double own = targets[labels[text]];
    double rest = (1 - own) / (logits[text].length - 1);
    double sum = 0;
    for (double logit : logits[text]) {
      sum += rest * logit;
    }
    return sum + (own - rest) * logits[text][labels[text]];
  }

  private static double logSum(double scale, double[] logits) {
    double max = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      max = Math.max(max, scale * logit);
    }
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(scale * logit - max);
    }
    return max + Math.log(sum);
  }

  /** Returns the Newton step. */
  private double direction(double scale) {
    double gradient = 0;
    double curvature = TOLERANCE;
    for (int i = 0; i < labels.length; i++) {
      double logSum = logSum(scale, logits[i]);
      double mean = 0;
      double square = 0;
      for (double logit : logits[i]) {
        double p = Math.exp(scale * logit - logSum);
        mean += p * logit;
        square += p * logit * logit;
      }
      gradient += mean - expected(i);
      curvature += Math.max(0, square - mean * mean);
    }
    return -gradient / curvature;
  }
}
