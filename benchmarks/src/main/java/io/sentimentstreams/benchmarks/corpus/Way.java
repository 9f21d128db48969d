package io.sentimentstreams.benchmarks.corpus;

import io.sentimentstreams.benchmarks.engine.Contestant;

/**
 * One way through all reviews.
 *
 * @param contestant who scores
 * @param batch how many sequences a call is given
 * @param sorted whether sequences of like length come together; otherwise they come as they are
 * @param fromText whether the texts are turned into numbers on the way, which only ours does
 * @param threads that call
 */
record Way(Contestant contestant, int batch, boolean sorted, boolean fromText, int threads) {

  /** One sequence after the other, as they are. */
  static Way oneByOne(Contestant contestant, int threads) {
    return new Way(contestant, 1, false, false, threads);
  }

  /** Sequences of like length together. */
  static Way sorted(Contestant contestant, int batch, int threads) {
    return new Way(contestant, batch, true, false, threads);
  }

  /** In words. */
  String label() {
    if (fromText) {
      return "one by one, from the text";
    }
    if (batch == 1) {
      return "one by one, unpadded";
    }
    return "batches of %d, %s".formatted(batch, sorted ? "sorted by length" : "as they come");
  }
}
