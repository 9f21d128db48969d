package io.sentimentstreams.trainer.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * Reliability diagram: share of positive reviews by score, in bins of equal width over P(positive)
 * (Naeini et al., 2015; Guo et al., 2017).
 *
 * @param bins {@value #BINS} bins from 0 to 1
 */
public record Reliability(List<Bin> bins) {

  /** Number of bins. */
  public static final int BINS = 15;

  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * A range of scores.
   *
   * @param from lowest score of the bin
   * @param to lowest score of the next bin
   * @param count number of scores in the bin
   * @param meanScore mean score, 0 for an empty bin
   * @param positiveShare share of positive reviews, 0 for an empty bin
   */
  public record Bin(double from, double to, int count, double meanScore, double positiveShare) {}

  /** Assigns predictions to bins. */
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

  /** Returns the expected calibration error, 0 to 1. */
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
