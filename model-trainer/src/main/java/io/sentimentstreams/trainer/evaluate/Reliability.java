package io.sentimentstreams.trainer.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * How often a positive review stands behind scores of each size (Naeini et al., 2015; Guo et al.,
 * 2017): bins of equal width over P(positive).
 *
 * @param bins from 0 to 1, {@value #BINS} of them
 */
public record Reliability(List<Bin> bins) {

  /** How many bins there are. */
  public static final int BINS = 15;

  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * Scores of about the same size.
   *
   * @param from the lowest score of the bin
   * @param to the lowest score of the next bin
   * @param count how many scores fell into it
   * @param meanScore their mean, 0 where there are none
   * @param positiveShare the share of them that belong to a positive review, 0 where there are none
   */
  public record Bin(double from, double to, int count, double meanScore, double positiveShare) {}

  /** Puts predictions into bins. */
  public static Reliability of(List<Prediction> predictions) {
    int[] counts = new int[BINS];
    double[] scores = new double[BINS];
    int[] positive = new int[BINS];
    for (Prediction prediction : predictions) {
      int bin = Math.min((int) (prediction.score() * BINS), BINS - 1);
      counts[bin]++;
      scores[bin] += prediction.score();
      positive[bin] += prediction.positive() ? 1 : 0;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      int count = Math.max(1, counts[i]);
      bins.add(
          new Bin(
              (double) i / BINS,
              (i + 1.0) / BINS,
              counts[i],
              scores[i] / count,
              (double) positive[i] / count));
    }
    return new Reliability(bins);
  }

  /** The expected calibration error: the mean distance of score and share, 0 to 1. */
  public double error() {
    double sum = 0;
    long all = 0;
    for (Bin bin : bins) {
      sum += bin.count() * Math.abs(bin.meanScore() - bin.positiveShare());
      all += bin.count();
    }
    return all == 0 ? 0 : sum / all;
  }
}
