package io.sentimentstreams.trainer.data.label;

import io.sentimentstreams.trainer.data.PrintableText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts of the labels of a file. Not thread-safe. */
public final class LabelTally {

  private static final int MAX_SPELLINGS = 8;
  private static final int MAX_SHOWN = 5;
  private static final int MAX_SHOWN_LENGTH = 40;

  /** Rows with one value. */
  static final class Count {

    private final Map<LabelValue, Long> spellings = new LinkedHashMap<>();
    private final long firstLine;
    private long rows;

    private Count(long firstLine) {
      this.firstLine = firstLine;
    }

    long rows() {
      return rows;
    }

    long firstLine() {
      return firstLine;
    }

    /** Returns the most frequent spelling. */
    LabelValue value() {
      Comparator<Map.Entry<LabelValue, Long>> order = Map.Entry.comparingByValue();
      return spellings.entrySet().stream()
          .max(order.thenComparing(each -> each.getKey().spelling(), Comparator.reverseOrder()))
          .map(Map.Entry::getKey)
          .orElseThrow();
    }
  }

  private final Map<String, Count> counts = new HashMap<>();
  private long rows;
  private long labelCharacters;
  private long textCharacters;

  /**
   * Counts a row.
   *
   * @param line first line of the row
   * @param textLength length of its text in characters
   */
  public void add(LabelValue label, long line, int textLength) {
    Count count = counts.computeIfAbsent(label.key(), key -> new Count(line));
    count.rows++;
    if (count.spellings.size() < MAX_SPELLINGS || count.spellings.containsKey(label)) {
      count.spellings.merge(label, 1L, Long::sum);
    }
    rows++;
    labelCharacters += label.spelling().length();
    textCharacters += textLength;
  }

  /** Returns the number of distinct values. */
  public int distinct() {
    return counts.size();
  }

  /** Returns the number of rows. */
  long rows() {
    return rows;
  }

  /** Returns the counts by normalised value. */
  Map<String, Count> counts() {
    return counts;
  }

  /** Returns whether labels are longer than texts, as after an exchange of the columns. */
  boolean isSwapped() {
    return labelCharacters > textCharacters;
  }

  /** Returns whether nearly every row has a label of its own, as in a column of ids. */
  boolean isUnique() {
    return counts.size() > 0.9 * rows;
  }

  /** Returns an excerpt of values for a message, the most frequent first. */
  static String excerpt(Map<String, Count> counts) {
    List<Count> sorted = new ArrayList<>(counts.values());
    sorted.sort(Comparator.comparingLong(Count::rows).reversed().thenComparing(Count::firstLine));
    return sorted.stream()
            .limit(MAX_SHOWN)
            .map(
                count ->
                    String.format(
                        Locale.ROOT, "%s (%,d)", shown(count.value().spelling()), count.rows()))
            .collect(Collectors.joining(", "))
        + (sorted.size() > MAX_SHOWN ? ", ..." : "");
  }

  private static String shown(String spelling) {
    return spelling.isEmpty() ? "empty" : "'" + PrintableText.of(spelling, MAX_SHOWN_LENGTH) + "'";
  }
}
