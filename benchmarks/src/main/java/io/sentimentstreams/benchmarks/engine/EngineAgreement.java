package io.sentimentstreams.benchmarks.engine;

import java.util.Locale;

/** Whether two engines give the same scores: what is compared for speed must compute the same. */
public final class EngineAgreement {

  /** How far a peer's score may be from ours: both compute in single precision. */
  public static final double TOLERANCE = 1e-4;

  private EngineAgreement() {}

  /**
   * The largest difference between the scores of two engines.
   *
   * @param sequences at least one
   * @throws PeerFailedException if it is above {@value #TOLERANCE}
   */
  public static double require(Engine ours, Engine peer, int[][] sequences) {
    double[] expected = new double[sequences.length];
    double[] actual = new double[sequences.length];
    ours.newScorer().score(sequences, expected);
    peer.newScorer().score(sequences, actual);
    return require(peer.contestant().label(), expected, actual);
  }

  /**
   * The largest difference between scores.
   *
   * @param peer who gave {@code actual}, for the message
   * @throws PeerFailedException if it is above {@value #TOLERANCE}
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
              "%s scores up to %.2g away from us on the same weights; its times would mean nothing",
              peer,
              largest));
    }
    return largest;
  }
}
