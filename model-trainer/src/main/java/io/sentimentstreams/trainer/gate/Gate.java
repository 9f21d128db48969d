package io.sentimentstreams.trainer.gate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.sentimentstreams.trainer.inspect.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Comparison of a bundle with a previous one by group. The p-values are corrected for the number of
 * groups (Holm, 1979). A group falls back if the new bundle is right on fewer cases and its
 * corrected p-value is below 0.05.
 *
 * @param groups one row per group, in the given order
 */
public record Gate(List<Row> groups) {

  /** Exit code of a command that refuses a bundle. */
  public static final int REFUSED = 3;

  private static final double LEVEL = 0.05;

  public Gate {
    groups = List.copyOf(groups);
  }

  /**
   * A group of cases.
   *
   * @param outcomes counts of both models
   * @param adjustedPValue p-value after the correction, 0 to 1
   */
  @JsonPropertyOrder({"group", "cases", "previous", "current", "lost", "gained", "pValue"})
  public record Row(@JsonIgnore PairedOutcomes outcomes, double adjustedPValue) {

    /** Returns whether the new bundle is significantly worse. */
    @JsonProperty
    public boolean fallsBack() {
      return outcomes.lost() > outcomes.gained() && adjustedPValue < LEVEL;
    }

    @JsonProperty
    String group() {
      return outcomes.group();
    }

    @JsonProperty
    int cases() {
      return outcomes.cases();
    }

    @JsonProperty
    int previous() {
      return outcomes.previous();
    }

    @JsonProperty
    int current() {
      return outcomes.current();
    }

    @JsonProperty
    int lost() {
      return outcomes.lost();
    }

    @JsonProperty
    int gained() {
      return outcomes.gained();
    }

    @JsonProperty
    double pValue() {
      return outcomes.pValue();
    }
  }

  /** Returns the comparison of all groups. */
  public static Gate of(List<PairedOutcomes> groups) {
    List<Integer> ascending =
        IntStream.range(0, groups.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> groups.get(i).pValue()))
            .toList();
    double[] adjusted = new double[groups.size()];
    double largest = 0;
    for (int rank = 0; rank < ascending.size(); rank++) {
      int group = ascending.get(rank);
      largest = Math.max(largest, (ascending.size() - rank) * groups.get(group).pValue());
      adjusted[group] = Math.min(1, largest);
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      rows.add(new Row(groups.get(i), adjusted[i]));
    }
    return new Gate(rows);
  }

  /** Returns whether no group falls back. */
  @JsonProperty
  public boolean passed() {
    return groups.stream().noneMatch(Row::fallsBack);
  }

  /** Returns the exit code of a command with this result: 0 or {@link #REFUSED}. */
  public int exitCode() {
    return passed() ? 0 : REFUSED;
  }

  /** Returns a table with a row per group, and the verdict. */
  public String toText() {
    TextTable table = new TextTable();
    table.add(
        "gate", List.of("cases", "previous", "new", "lost", "gained", "p", "p (Holm)", "verdict"));
    for (Row row : groups) {
      table.add(
          row.group(),
          List.of(
              Integer.toString(row.cases()),
              share(row.previous(), row.cases()),
              share(row.current(), row.cases()),
              Integer.toString(row.lost()),
              Integer.toString(row.gained()),
              pValue(row.pValue()),
              pValue(row.adjustedPValue()),
              row.fallsBack() ? "WORSE" : "ok"));
    }
    long worse = groups.stream().filter(Row::fallsBack).count();
    return "%s%n%ngate: %s"
        .formatted(
            table,
            worse == 0
                ? "passed, no group is significantly worse"
                : "refused, significantly worse groups: " + worse);
  }

  private static String share(int part, int whole) {
    return String.format(Locale.ROOT, "%.4f", whole == 0 ? 0.0 : (double) part / whole);
  }

  private static String pValue(double value) {
    return String.format(Locale.ROOT, value < 0.0001 ? "%.1e" : "%.4f", value);
  }
}
