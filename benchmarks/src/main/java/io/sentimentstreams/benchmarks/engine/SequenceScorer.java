package io.sentimentstreams.benchmarks.engine;

/** Runs a network over several sequences in one call. Not thread-safe. */
public interface SequenceScorer {

  /**
   * Scores sequences.
   *
   * @param sequences token indices, oldest first, each sequence at least 1 long; an engine that
   *     needs one length fills them up with zeros
   * @param scores takes P(positive), 0 to 1, of each
   */
  void score(int[][] sequences, double[] scores);
}
