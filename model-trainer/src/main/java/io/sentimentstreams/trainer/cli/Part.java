package io.sentimentstreams.trainer.cli;

import java.util.Locale;

/** Which part of a data set a model is measured on. */
public enum Part {
  /** The official training part, all of it. */
  TRAIN,
  /** What was held out when the model was trained. */
  VALIDATION,
  /** The official test part. */
  TEST;

  /** As typed and as bundles record it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return label();
  }
}
