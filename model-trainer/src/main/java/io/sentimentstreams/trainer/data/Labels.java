package io.sentimentstreams.trainer.data;

import java.util.HashSet;
import java.util.List;

/**
 * The distinct labels of a data set.
 *
 * @param names two to {@value #MAX_LABELS} names; with two, a score is the probability of the
 *     second
 */
public record Labels(List<String> names) {

  /** Maximum number of labels of a data set. */
  public static final int MAX_LABELS = 1000;

  /** Labels of sentiment data sets. */
  public static final Labels SENTIMENT = new Labels(List.of("negative", "positive"));

  /** Maximum number of characters of a label. */
  public static final int MAX_LENGTH = 64;

  public Labels {
    names = List.copyOf(names);
    if (names.size() < 2 || names.size() > MAX_LABELS) {
      throw new IllegalArgumentException(
          "Invalid number of labels: %d. Use 2 to %d.".formatted(names.size(), MAX_LABELS));
    }
    for (String name : names) {
      if (!isLabel(name)) {
        throw new IllegalArgumentException(
            "Invalid label: '%s'. Use 1 to %d characters without control characters."
                .formatted(PrintableText.of(name, MAX_LENGTH), MAX_LENGTH));
      }
    }
    if (new HashSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException(
          "Duplicate labels: %s. Use distinct labels.".formatted(names));
    }
  }

  /** Returns whether a text is a valid label. */
  public static boolean isLabel(String text) {
    return !text.isBlank()
        && text.length() <= MAX_LENGTH
        && text.chars().noneMatch(Character::isISOControl);
  }

  /** Returns the number of labels. */
  public int size() {
    return names.size();
  }
}
