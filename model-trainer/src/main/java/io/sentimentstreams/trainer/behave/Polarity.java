package io.sentimentstreams.trainer.behave;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The sentiment of a label. */
public enum Polarity {
  NEGATIVE,
  /** The middle of a scale. */
  NEUTRAL,
  POSITIVE;

  /** Lowest expected position on a scale that is not negative. */
  private static final double LOW = 0.4;

  /** Highest expected position on a scale that is not positive. */
  private static final double HIGH = 0.6;

  /**
   * Returns the sentiment of an expected position on a scale.
   *
   * @param position 0 to 1
   */
  static Polarity ofPosition(double position) {
    return position < LOW ? NEGATIVE : position > HIGH ? POSITIVE : NEUTRAL;
  }

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
