package io.sentimentstreams.app.metrics;

import io.micrometer.common.docs.KeyName;
import java.util.Locale;

/** The labels of the application's meters. */
public enum MeterLabel implements KeyName {
  /** A label of a model. */
  LABEL,
  /** A model's name. */
  MODEL,
  /** A model's version. */
  VERSION,
  /** The SHA-256 of a bundle. */
  SHA256,
  /** The reason of a dead letter, of a dropped score or of a score without a label. */
  REASON,
  /** The feature whose distribution may drift. */
  FEATURE,
  /** A language. */
  LANGUAGE,
  /** A topic. */
  TOPIC,
  /** A partition number. */
  PARTITION,
  /** The outcome of a request. */
  OUTCOME;

  @Override
  public String asString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
