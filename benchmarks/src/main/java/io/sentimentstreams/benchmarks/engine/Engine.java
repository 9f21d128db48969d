package io.sentimentstreams.benchmarks.engine;

/** An engine that runs a network. Thread-safe: each thread has its own scorer. */
public interface Engine extends AutoCloseable {

  /** Returns the kind of the engine. */
  Contestant contestant();

  /** Creates a scorer with its own memory. Not thread-safe: one per thread. */
  SequenceScorer newScorer();

  /** Releases native memory. Scorers must not be used afterwards. */
  @Override
  void close();
}
