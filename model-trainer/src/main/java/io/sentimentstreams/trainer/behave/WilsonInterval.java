package io.sentimentstreams.trainer.behave;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * Confidence interval of a share (Wilson, 1927), at 95 %.
 *
 * @param low lower bound, 0 to 1
 * @param high upper bound, 0 to 1
 */
public record WilsonInterval(double low, double high) {

  private static final double LEVEL = 0.95;

  /**
   * Returns the interval of a share.
   *
   * @param passed number of successes, at most {@code cases}
   * @param cases number of trials, at least 1
   */
  public static WilsonInterval of(int passed, int cases) {
    ConfidenceInterval interval = new WilsonScoreInterval().createInterval(cases, passed, LEVEL);
    return new WilsonInterval(
        Math.max(0, interval.getLowerBound()), Math.min(1, interval.getUpperBound()));
  }
}
