package io.sentimentstreams.trainer.softlabel;

import io.sentimentstreams.trainer.data.PrintableText;
import java.util.Optional;

/**
 * Facts about a soft-label file.
 *
 * @param teacher name of the teacher
 * @param date when the teacher scored the texts, in ISO 8601; empty if unknown
 */
record SoftLabelHeader(String teacher, Optional<String> date) {

  private static final int MAX_TEACHER = 200;

  /** Returns the header of a file that names no teacher. */
  static SoftLabelHeader ofFile(Place place) {
    return new SoftLabelHeader(
        PrintableText.of(place.path().getFileName().toString(), MAX_TEACHER), Optional.empty());
  }

  /** Checks a header, which becomes a row in a table of the model card. */
  static SoftLabelHeader checked(Place place, String teacher, Optional<String> date) {
    boolean usable =
        !teacher.isBlank()
            && teacher.length() <= MAX_TEACHER
            && teacher.chars().noneMatch(each -> Character.isISOControl(each) || each == '|');
    if (!usable) {
      throw place.error(
          "invalid teacher '%s'".formatted(PrintableText.of(teacher, 40)),
          "Use 1 to %d characters without '|' and control characters".formatted(MAX_TEACHER));
    }
    date.filter(given -> !given.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9:.Z+-]{1,30})?"))
        .ifPresent(
            given -> {
              throw place.error(
                  "invalid date '%s'".formatted(PrintableText.of(given, 40)),
                  "Use ISO 8601, such as 2026-01-31");
            });
    return new SoftLabelHeader(teacher, date);
  }
}
