package io.sentimentstreams.train;

import java.util.Locale;

/** How the learning rate falls over a training. */
public enum LearningRateSchedule {
  /** It stays as it is. */
  CONSTANT {
    @Override
    double rate(double done) {
      return 1;
    }
  },
  /** It falls evenly to nothing. */
  LINEAR {
    @Override
    double rate(double done) {
      return 1 - done;
    }
  };

  /**
   * The share of the full learning rate.
   *
   * @param done the part of all planned updates that is behind, 0 to 1
   */
  abstract double rate(double done);

  /** As typed: {@code constant}, {@code linear}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
