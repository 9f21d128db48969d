package io.sentimentstreams.benchmarks.engine;

import java.util.Locale;

/**
 * Comparison of the scores of two engines, because only engines with equal results are comparable
 * in speed.
 */
public final class ScoreComparison {

  /** Maximum difference between the scores of a peer and ours; both use single precision. */
  public static final double TOLERANCE = 1e-4;

  private ScoreComparison() {}

  /**
   * Returns the largest difference between the scores of two engines.
   *
   * @param sequences at least one
   * @throws PeerFailedException if it exceeds {@value #TOLERANCE}
   */
  public static double require(Engine ours, Engine peer, int[][] sequences) {
    double[] expected = new double[sequences.length];
    double[] actual = new double[sequences.length];
    ours.newScorer().score(sequences, expected);
    peer.newScorer().score(sequences, actual);
    return require(peer.contestant().label(), expected, actual);
  }

  /**
   * Returns the largest difference between scores.
   *
   * @param peer source of {@code actual}, for the message
   * @throws PeerFailedException if it exceeds {@value #TOLERANCE}
   */
  public static double require(String peer, double[] expected, double[] actual) {
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i] - actual[i]));
    }
    if (!(largest <= TOLERANCE)) {
      throw new PeerFailedException(
          String.format(
              Locale.ROOT,
              "Scores of %s differ by up to %.2g on the same weights. Its times are not "
                  + "comparable.",
              peer,
              largest));
    }
    return largest;
  }
}
