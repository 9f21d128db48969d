package io.sentimentstreams.model.scoring.reference;

/**
 * Runs a network forward over one sequence. Holds scratch memory: not thread-safe, one per thread.
 */
public interface Scorer {

  /**
   * Scores one sequence.
   *
   * @param ids token indices, oldest first, each at least 0 and below the embedding's {@code
   *     inputDim}
   * @param length how many of {@code ids} count; 0 is allowed
   * @return P(positive), 0 to 1
   * @throws IllegalArgumentException if the network has no vector for an index, or flattens
   *     sequences of another length
   * @throws IllegalStateException if the network tells more than two classes apart
   */
  double score(int[] ids, int length);

  /**
   * Tells how probable each class is for one sequence.
   *
   * @param ids as for {@link #score}
   * @param length as for {@link #score}
   * @param probabilities where they are written, one for each class of the network; of two classes,
   *     the second one is positive
   */
  void classify(int[] ids, int length, double[] probabilities);
}
