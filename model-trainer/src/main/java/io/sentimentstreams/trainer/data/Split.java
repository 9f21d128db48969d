package io.sentimentstreams.trainer.data;

import java.util.Locale;

/** Official splits of a data set. */
public enum Split {
  /** Texts for training. */
  TRAIN,
  /** Texts for the final evaluation. */
  TEST;

  /** Returns the name in folders, columns and reports: {@code train} or {@code test}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
