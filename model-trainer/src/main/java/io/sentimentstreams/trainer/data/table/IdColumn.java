package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.PrintableText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Ids of reviews. A few empty or repeated ids are bad lines. A column with many of them, such as
 * the ids of products, does not identify reviews, and rows are numbered instead.
 *
 * @param choice selection of the column
 */
record IdColumn(ColumnChoice choice) {

  /** Maximum share of empty and repeated ids in a column that identifies reviews. */
  private static final double MAX_SHARE = 0.01;

  /**
   * Returns reviews with ids.
   *
   * @param isOneFile whether row numbers need no file name
   */
  List<Candidate> identified(
      List<Candidate> candidates, boolean isOneFile, BadLineCounter bad, RowNotes notes) {
    Set<String> seen = new HashSet<>();
    List<Candidate> kept = new ArrayList<>();
    List<BadLine> rejected = new ArrayList<>();
    for (Candidate each : candidates) {
      String id = each.id().orElseGet(() -> number(each, isOneFile));
      Optional<String> problem =
          id.isBlank()
              ? Optional.of("the id is empty")
              : seen.add(id)
                  ? Optional.empty()
                  : Optional.of("duplicate id '%s'".formatted(PrintableText.of(id, 40)));
      problem.ifPresentOrElse(
          reason -> rejected.add(each.bad(reason)), () -> kept.add(each.withId(id)));
    }
    if (!choice.isTyped() && rejected.size() > MAX_SHARE * candidates.size()) {
      notes.add(
          "the column %s is ignored because %d of %d ids are empty or repeated, the first in line %d"
              .formatted(
                  choice.name().orElse(""),
                  rejected.size(),
                  candidates.size(),
                  rejected.get(0).number()));
      return candidates.stream().map(each -> each.withId(number(each, isOneFile))).toList();
    }
    rejected.forEach(bad::add);
    return kept;
  }

  private static String number(Candidate candidate, boolean isOneFile) {
    String number = "%09d".formatted(candidate.place().row());
    return isOneFile ? number : candidate.place().file().getFileName() + "/" + number;
  }
}
