package io.sentimentstreams.trainer.linear;

import java.util.Arrays;

/**
 * How much more at home a feature is in positive texts than in negative ones: {@code r = log((p /
 * |p|) / (q / |q|))}, where {@code p} and {@code q} are the numbers of positive and of negative
 * texts with the feature, each and one more, and {@code |.|} is the sum over all features (Wang and
 * Manning, "Baselines and Bigrams", ACL 2012).
 */
final class LogCountRatio {

  private static final double SMOOTHING = 1;

  private LogCountRatio() {}

  /**
   * Computes the ratio of each feature.
   *
   * @param features of each text, each once
   * @param positive whether each text is
   * @param size the number above every feature
   */
  static double[] of(int[][] features, boolean[] positive, int size) {
    double[] inPositive = new double[size];
    double[] inNegative = new double[size];
    Arrays.fill(inPositive, SMOOTHING);
    Arrays.fill(inNegative, SMOOTHING);
    for (int text = 0; text < features.length; text++) {
      double[] counts = positive[text] ? inPositive : inNegative;
      for (int feature : features[text]) {
        counts[feature]++;
      }
    }
    double norms = Math.log(Arrays.stream(inPositive).sum() / Arrays.stream(inNegative).sum());
    double[] ratios = new double[size];
    for (int feature = 0; feature < size; feature++) {
      ratios[feature] = Math.log(inPositive[feature] / inNegative[feature]) - norms;
    }
    return ratios;
  }
}
