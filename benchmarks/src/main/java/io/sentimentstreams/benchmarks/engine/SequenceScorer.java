package io.sentimentstreams.benchmarks.engine;

/** Scorer of several sequences per call. Not thread-safe. */
public interface SequenceScorer {

  /**
   * Scores sequences.
   *
   * @param sequences token indices, oldest first, each sequence at least 1 long; an engine that
   *     needs one length pads them with zeros
   * @param scores receives P(positive), 0 to 1, of each
   */
  void score(int[][] sequences, double[] scores);
}
