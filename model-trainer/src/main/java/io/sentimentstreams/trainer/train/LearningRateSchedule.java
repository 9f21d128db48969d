package io.sentimentstreams.trainer.train;

import java.util.List;
import java.util.Locale;

/** Decay of the learning rate during training. */
public enum LearningRateSchedule {
  /** Constant learning rate. */
  CONSTANT {
    @Override
    double share(double done, List<EpochResult> history) {
      return 1;
    }
  },
  /** Linear decay to 0 over all planned updates. */
  LINEAR {
    @Override
    double share(double done, List<EpochResult> history) {
      return 1 - done;
    }
  },
  /** Cosine decay to 0 over all planned updates (Loshchilov et al., 2017). */
  COSINE {
    @Override
    double share(double done, List<EpochResult> history) {
      return 0.5 * (1 + Math.cos(Math.PI * done));
    }
  },
  /** Halved after each epoch without a new minimum of the validation loss. */
  PLATEAU {
    @Override
    double share(double done, List<EpochResult> history) {
      return Math.pow(0.5, (double) history.stream().filter(epoch -> !epoch.improved()).count());
    }
  };

  /**
   * Returns the factor of the full learning rate, 0 to 1.
   *
   * @param done completed share of all planned updates, 0 to below 1
   * @param history completed epochs
   */
  abstract double share(double done, List<EpochResult> history);

  /** Returns whether the learning rate depends on the number of planned epochs. */
  boolean plansAhead() {
    return this == LINEAR || this == COSINE;
  }

  /**
   * Returns the option value: {@code constant}, {@code linear}, {@code cosine} or {@code plateau}.
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
