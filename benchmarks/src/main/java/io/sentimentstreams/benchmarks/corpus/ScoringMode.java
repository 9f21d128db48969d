package io.sentimentstreams.benchmarks.corpus;

import io.sentimentstreams.benchmarks.engine.Contestant;

/**
 * One mode of scoring all reviews.
 *
 * @param contestant engine
 * @param batch number of sequences per call
 * @param sorted whether batches have sequences of similar length; otherwise they keep the order
 * @param fromText whether the time includes the encoding of the texts, which only our engine does
 * @param threads number of calling threads
 */
record ScoringMode(
    Contestant contestant, int batch, boolean sorted, boolean fromText, int threads) {

  /** Returns the mode with one sequence per call, in order. */
  static ScoringMode oneByOne(Contestant contestant, int threads) {
    return new ScoringMode(contestant, 1, false, false, threads);
  }

  /** Returns the mode with batches of similar length. */
  static ScoringMode sorted(Contestant contestant, int batch, int threads) {
    return new ScoringMode(contestant, batch, true, false, threads);
  }

  /** Returns a description. */
  String label() {
    if (fromText) {
      return "one by one, from the text";
    }
    if (batch == 1) {
      return "one by one, unpadded";
    }
    return "batches of %d, %s".formatted(batch, sorted ? "sorted by length" : "unsorted");
  }
}
