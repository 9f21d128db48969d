package io.sentimentstreams.trainer.data;

import java.util.Locale;

/** The official parts of a data set. */
public enum Split {
  /** What a model may learn from. */
  TRAIN,
  /** What a finished model is measured on, once. */
  TEST;

  /** The name in folders, columns and reports: {@code train} or {@code test}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
