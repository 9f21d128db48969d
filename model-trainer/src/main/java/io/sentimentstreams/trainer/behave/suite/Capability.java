package io.sentimentstreams.trainer.behave.suite;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** An ability that a sentiment model needs. */
public enum Capability {
  VOCABULARY("words that carry the sentiment"),
  NEGATION("negated praise and negated criticism"),
  CONTRAST("the later or the main clause decides"),
  TEMPORAL("the present opinion decides, not the former one"),
  INTENSITY("intensifiers and strong wishes"),
  COMPARISON("better or worse than something else"),
  TYPOGRAPHY("quotes, dashes and invisible characters change nothing"),
  MARKUP("tags and entities change nothing"),
  EMOJI("emoji and emoticons"),
  ELONGATION("repeated letters"),
  CASE("capital letters"),
  COMPLAINTS("facts without opinion words"),
  MIXED("praise and criticism in equal parts"),
  NO_OPINION("texts without an opinion"),
  NAMES("names, groups and places change nothing"),
  QUESTIONS("the answer to a question decides"),
  PLOT("the mood of a plot is not the opinion"),
  FOREIGN("other languages and texts without words");

  private final String description;

  Capability(String description) {
    this.description = description;
  }

  /** Returns a short description. */
  public String description() {
    return description;
  }

  /** Returns the name in options, files and reports, such as {@code no-opinion}. */
  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
