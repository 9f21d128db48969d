package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.scoring.reference.Scorer;

/**
 * A scorer that takes many sequences at once and needs less time for each, because what it reads of
 * the weights serves several. A sequence's score does not depend on the others: it is to the last
 * bit the one that {@link #score(int[], int)} gives. Holds scratch memory: not thread-safe, one per
 * thread.
 */
public interface BatchScorer extends Scorer {

  /**
   * Scores sequences. Those of similar length go side by side, whatever order they are given in, so
   * the more there are the better; nothing is gained beyond some hundreds.
   *
   * @param ids the token indices of each sequence, as {@link #score(int[], int)} takes them
   * @param lengths how many of each sequence's indices count; 0 is allowed
   * @param count how many of the sequences count
   * @param scores takes the sequences' scores, in their order
   * @throws IllegalArgumentException if the network cannot read one of the sequences; {@code
   *     scores} is undefined then
   */
  void score(int[][] ids, int[] lengths, int count, double[] scores);
}
