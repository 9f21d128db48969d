package io.sentimentstreams.benchmarks.engine;

/** One way to run a network. Safe for use by several threads, each with a scorer of its own. */
public interface Engine extends AutoCloseable {

  /** What runs the network. */
  Contestant contestant();

  /** A scorer with memory of its own: not thread-safe, one per thread. */
  SequenceScorer newScorer();

  /** Gives native memory back. Scorers must not be used afterwards. */
  @Override
  void close();
}
