package io.sentimentstreams.trainer.data;

import java.util.Locale;

/** The splits of a data set. */
public enum Split {
  /** Reviews that a model may learn from; data sets contain it. */
  TRAIN,
  /** Reviews of {@link #TRAIN} that training holds out; training computes it. */
  VALIDATION,
  /** Reviews that finished models are measured on; data sets contain it. */
  TEST;

  /** Returns the name in folders, columns, options and manifests, such as {@code train}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Checks that data sets contain this split.
   *
   * @throws IllegalArgumentException for {@link #VALIDATION}
   */
  public void requireStored() {
    if (this == VALIDATION) {
      throw new IllegalArgumentException(
          "Invalid split of a data set: %s. Data sets contain train and test.".formatted(this));
    }
  }

  /** Returns the label. */
  @Override
  public String toString() {
    return label();
  }
}
