package io.sentimentstreams.trainer.train;

import java.util.List;
import java.util.Locale;

/** How the learning rate falls over a training. */
public enum LearningRateSchedule {
  /** It stays as it is. */
  CONSTANT {
    @Override
    double share(double done, List<EpochResult> history) {
      return 1;
    }
  },
  /** It falls evenly to nothing over all planned updates. */
  LINEAR {
    @Override
    double share(double done, List<EpochResult> history) {
      return 1 - done;
    }
  },
  /** It falls to nothing over all planned updates along half a cosine (Loshchilov et al., 2017). */
  COSINE {
    @Override
    double share(double done, List<EpochResult> history) {
      return 0.5 * (1 + Math.cos(Math.PI * done));
    }
  },
  /** It is halved after each epoch whose validation loss was not the smallest so far. */
  PLATEAU {
    @Override
    double share(double done, List<EpochResult> history) {
      return Math.pow(0.5, (double) history.stream().filter(epoch -> !epoch.improved()).count());
    }
  };

  /**
   * The share of the full learning rate, 0 to 1.
   *
   * @param done the part of all planned updates that is behind, 0 to below 1
   * @param history the epochs that are over
   */
  abstract double share(double done, List<EpochResult> history);

  /** Whether another number of planned epochs makes another learning rate. */
  boolean plansAhead() {
    return this == LINEAR || this == COSINE;
  }

  /** As typed: {@code constant}, {@code linear}, {@code cosine}, {@code plateau}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
