package io.sentimentstreams.scoring;

import io.sentimentstreams.network.Embedding;

/** The token indices of one record without those that are masked, in memory that is kept. */
final class Tokens {

  private final int bound;
  private final boolean maskZero;
  private int[] ids = new int[0];
  private int steps;

  Tokens(Embedding embedding) {
    bound = embedding.inputDim();
    maskZero = embedding.maskZero();
  }

  /**
   * Takes a record's token indices.
   *
   * @throws IllegalArgumentException if the embedding has no vector for one
   */
  void accept(int[] given, int length) {
    if (ids.length < length) {
      ids = new int[Math.max(length, 2 * ids.length)];
    }
    steps = 0;
    for (int t = 0; t < length; t++) {
      int id = given[t];
      if (id < 0 || id >= bound) {
        throw new IllegalArgumentException(
            "token index %d at timestep %d must be 0 to %d".formatted(id, t, bound - 1));
      }
      if (id != 0 || !maskZero) {
        ids[steps++] = id;
      }
    }
  }

  int steps() {
    return steps;
  }

  int id(int step) {
    return ids[step];
  }
}
