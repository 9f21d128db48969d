package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.scoring.reference.Scorer;

/**
 * Scorer of batches of sequences. It needs less time per sequence, because several sequences share
 * each read of the weights. A sequence's score does not depend on the others: it equals that of
 * {@link #score(int[], int)} to the last bit. Not thread-safe: one per thread.
 */
public interface BatchScorer extends Scorer {

  /**
   * Scores a batch. Sequences of similar length are processed together, in any order of the input,
   * so large batches are faster. Beyond some hundreds of sequences there is no further gain.
   *
   * @param ids token indices of each sequence, as for {@link #score(int[], int)}
   * @param lengths number of indices in use per sequence; 0 is allowed
   * @param count number of sequences in use
   * @param scores receives the scores, in the order of the sequences
   * @throws IllegalArgumentException if the network cannot read one of the sequences; {@code
   *     scores} is undefined then
   */
  void score(int[][] ids, int[] lengths, int count, double[] scores);

  /**
   * Computes the class probabilities of a batch, as {@link #classify(int[], int, double[])} of each
   * sequence.
   *
   * @param ids as for {@link #score(int[][], int[], int, double[])}
   * @param lengths likewise
   * @param count number of sequences in use
   * @param probabilities receives an element per class for each sequence, in the order of the input
   */
  void classify(int[][] ids, int[] lengths, int count, double[][] probabilities);
}
