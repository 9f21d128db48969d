package io.sentimentstreams.trainer.data.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Accepted names of a column, in order of preference. Case does not count; for the default names,
 * spaces, hyphens and underscores do not count either.
 *
 * @param names at least one
 * @param isTyped whether a user typed the only name
 * @param option option that selects the column
 */
record ColumnNames(List<String> names, boolean isTyped, String option) {

  private static final List<String> TEXT =
      List.of(
          "text",
          "review",
          "reviewText",
          "review_body",
          "sentence",
          "content",
          "document",
          "comment",
          "tweet",
          "body");

  private static final List<String> LABEL =
      List.of(
          "label",
          "sentiment",
          "overall",
          "rating",
          "stars",
          "star_rating",
          "star",
          "score",
          "polarity",
          "target");

  /** Number of default names that need no note: they are the names of this project. */
  private static final int OWN = 2;

  static ColumnNames ofText(Optional<String> typed) {
    return of(typed, TEXT, "--text-column");
  }

  static ColumnNames ofLabel(Optional<String> typed) {
    return of(typed, LABEL, "--label-column");
  }

  private static ColumnNames of(Optional<String> typed, List<String> names, String option) {
    return new ColumnNames(typed.map(List::of).orElse(names), typed.isPresent(), option);
  }

  /** Returns default names without a column that an option uses for something else. */
  ColumnNames without(Optional<String> used) {
    List<String> others =
        names.stream()
            .filter(name -> used.map(this::normalized).filter(normalized(name)::equals).isEmpty())
            .toList();
    return isTyped ? this : new ColumnNames(others, false, option);
  }

  /** Returns the index of the preferred column; empty if there is none. */
  Optional<Integer> indexIn(List<String> columns) {
    List<String> plain = columns.stream().map(this::normalized).toList();
    if (isTyped && columns.contains(names.get(0))) {
      return Optional.of(columns.indexOf(names.get(0)));
    }
    return names.stream()
        .map(name -> plain.indexOf(normalized(name)))
        .filter(column -> column >= 0)
        .findFirst();
  }

  private String normalized(String name) {
    String plain = name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
    return isTyped ? plain : plain.replaceAll("[\\s_-]", "");
  }

  /** Returns whether a choice of this column should be reported. */
  boolean isUnusual(String column) {
    return !isTyped
        && names.subList(0, OWN).stream()
            .noneMatch(name -> normalized(name).equals(normalized(column)));
  }

  /** Returns the names for messages. */
  String listed() {
    return isTyped ? names.get(0) : "%s or %s".formatted(names.get(0), names.get(1));
  }
}
