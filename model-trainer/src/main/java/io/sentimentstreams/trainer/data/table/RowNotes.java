package io.sentimentstreams.trainer.data.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Notes about rows and columns of a data set that are not used. Not thread-safe. */
final class RowNotes {

  private final Path path;
  private final List<String> notes = new ArrayList<>();
  private long blank;

  RowNotes(Path path) {
    this.path = path;
  }

  /** Adds a note about the data set. */
  void add(String note) {
    String line = "%s: %s".formatted(path, note);
    if (!notes.contains(line)) {
      notes.add(line);
    }
  }

  /** Counts a row without text. */
  void blank() {
    blank++;
  }

  /** Returns the number of rows without text for a message; empty if there are none. */
  String blankRows() {
    return blank == 0 ? "" : String.format(Locale.ROOT, "; %,d rows are without text", blank);
  }

  /** Adds a note about the rows of a split that no command reads. */
  void leftOut(SplitName split, long count) {
    if (count > 0) {
      add(String.format(Locale.ROOT, "left out %,d rows of split %s", count, split.label()));
    }
  }

  /** Adds a note if there is a column with splits that is empty in each row. */
  void emptySplits(List<Candidate> candidates) {
    if (candidates.stream().anyMatch(Candidate::hasEmptySplit)) {
      add("the column with the split is empty and ignored");
    }
  }

  /** Returns all notes. */
  List<String> all() {
    if (blank > 0) {
      add(String.format(Locale.ROOT, "left out %,d rows without text", blank));
      blank = 0;
    }
    return List.copyOf(notes);
  }
}
