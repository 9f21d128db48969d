package io.sentimentstreams.trainer.behave.suite;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The answer that a case expects. */
public enum Expectation {
  /** A positive answer. */
  POSITIVE,
  /** A negative answer. */
  NEGATIVE,
  /** Any answer but a negative one; no label passes. */
  NOT_NEGATIVE,
  /** Any answer but a positive one; no label passes. */
  NOT_POSITIVE,
  /** No label, or a score from 0.25 to 0.75. */
  UNCERTAIN,
  /** The answer to the partner text. */
  SAME,
  /** No label. */
  NO_ANSWER;

  /** Returns the expectation of a name in a file, such as {@code not negative}. */
  static Optional<Expectation> of(String name) {
    return Arrays.stream(values()).filter(each -> each.toString().equals(name)).findFirst();
  }

  /** Returns the name in files and reports, such as {@code not negative}. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
