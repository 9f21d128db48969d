package io.sentimentstreams.model.scoring.reference;

/**
 * Forward pass of a network over one sequence. Holds scratch memory. Not thread-safe: one per
 * thread.
 */
public interface Scorer {

  /**
   * Scores one sequence.
   *
   * @param ids token indices, oldest first, each at least 0 and below the embedding's {@code
   *     inputDim}
   * @param length number of {@code ids} in use; 0 is allowed
   * @return P(positive), 0 to 1
   * @throws IllegalArgumentException if the network has no vector for an index, or flattens
   *     sequences of another length
   * @throws IllegalStateException if the network has more than two classes
   */
  double score(int[] ids, int length);

  /**
   * Computes the class probabilities of one sequence.
   *
   * @param ids as for {@link #score}
   * @param length as for {@link #score}
   * @param probabilities receives one element per class; of two classes, the second one is positive
   */
  void classify(int[] ids, int length, double[] probabilities);
}
