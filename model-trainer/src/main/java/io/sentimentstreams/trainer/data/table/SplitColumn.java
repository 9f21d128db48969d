package io.sentimentstreams.trainer.data.table;

import io.sentimentstreams.trainer.data.Split;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Selection of rows by the column with the split. Not thread-safe. */
final class SplitColumn {

  private final Split wanted;
  private final Map<SplitName, Long> others = new EnumMap<>(SplitName.class);
  private boolean isUsed;

  SplitColumn(Split wanted) {
    this.wanted = wanted;
  }

  /** Returns whether a row can belong to the split; rows without a split can. */
  boolean selects(LabelledRow row) {
    Optional<SplitName> name = row.split().flatMap(SplitName::of);
    if (name.isEmpty()) {
      return true;
    }
    isUsed = true;
    if (name.get().split().equals(Optional.of(wanted))) {
      return true;
    }
    others.merge(name.get(), 1L, Long::sum);
    return false;
  }

  /** Returns the number of rows of another split. */
  long count(SplitName name) {
    return others.getOrDefault(name, 0L);
  }

  /**
   * Returns the rows of the split. Rows with an empty split are bad if other rows name a split.
   * Otherwise, the column is ignored.
   */
  List<Candidate> filtered(List<Candidate> candidates, BadLineCounter bad, RowNotes notes) {
    notes.leftOut(SplitName.UNSUPERVISED, count(SplitName.UNSUPERVISED));
    if (!isUsed) {
      notes.emptySplits(candidates);
      return candidates;
    }
    candidates.stream()
        .filter(each -> !each.hasSplit())
        .forEach(each -> bad.add(each.bad("the split is empty")));
    return candidates.stream().filter(Candidate::hasSplit).toList();
  }

  /** Returns the reason why there is no row. */
  String missing() {
    String found =
        others.entrySet().stream()
            .map(each -> "%s: %d".formatted(each.getKey().label(), each.getValue()))
            .collect(Collectors.joining(", "));
    return "no reviews for split %s%s"
        .formatted(wanted.label(), found.isEmpty() ? "" : " (rows of " + found + ")");
  }
}
