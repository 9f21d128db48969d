package io.sentimentstreams.trainer.behave.suite;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A language with a behaviour suite. */
public enum SuiteLanguage {
  EN("English"),
  KO("Korean");

  private final String english;

  SuiteLanguage(String english) {
    this.english = english;
  }

  /** Returns the English name. */
  public String english() {
    return english;
  }

  /** Returns the primary subtag of BCP 47. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
