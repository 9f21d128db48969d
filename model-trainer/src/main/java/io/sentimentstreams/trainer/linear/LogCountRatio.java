package io.sentimentstreams.trainer.linear;

import java.util.Arrays;

/**
 * Naive Bayes log-count ratio of a feature: {@code r = log((p / |p|) / (q / |q|))}, with the
 * numbers {@code p} and {@code q} of positive and negative texts with the feature, plus one. {@code
 * |.|} is the sum over all features (Wang and Manning, "Baselines and Bigrams", ACL 2012).
 */
final class LogCountRatio {

  private static final double SMOOTHING = 1;

  private LogCountRatio() {}

  /**
   * Computes the ratio of each feature.
   *
   * @param features distinct features of each text
   * @param positive whether each text is positive
   * @param size number of features
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
