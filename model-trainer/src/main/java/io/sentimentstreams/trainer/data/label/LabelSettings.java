package io.sentimentstreams.trainer.data.label;

import io.sentimentstreams.trainer.data.Labels;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the labels of rows are read.
 *
 * @param known labels of the data set or of a bundle; empty to infer them
 * @param map mapping of values to labels; empty for none
 * @param mode checks of labels
 * @param order order of labels that are inferred
 */
public record LabelSettings(
    Optional<Labels> known, Optional<LabelMap> map, Mode mode, Order order) {

  /** Checks of labels. */
  public enum Mode {
    /** Rejects more than 50 labels, and labels with fewer than 5 rows. */
    PLAUSIBLE,
    /** Accepts many labels, and labels with few rows. */
    MANY,
    /** Rejects every value that is not one of the known labels. */
    LISTED,
    /** Does not read labels: every row has the first one. */
    IGNORED
  }

  /** Order of labels that are inferred. */
  public enum Order {
    /**
     * Two sentiments are negative and positive. Numbers are ordered by value, other labels by
     * spelling.
     */
    ANY,
    /** The labels are a scale. Numbers are ordered by value; other labels are rejected. */
    SCALE
  }

  /** Returns settings that infer plausible labels. */
  public static LabelSettings inferred() {
    return new LabelSettings(Optional.empty(), Optional.empty(), Mode.PLAUSIBLE, Order.ANY);
  }

  /** Returns whether the labels are inferred from the data. */
  public boolean isInferred() {
    return known.isEmpty() && map.isEmpty() && mode != Mode.IGNORED;
  }

  /** Returns these settings with known labels. */
  public LabelSettings withKnown(Labels labels) {
    return new LabelSettings(Optional.of(labels), map, mode, order);
  }

  /** Returns these settings with a mapping. */
  public LabelSettings withMap(Optional<LabelMap> mapping) {
    return new LabelSettings(known, mapping, mode, order);
  }

  /** Returns these settings with other checks. */
  public LabelSettings withMode(Mode other) {
    return new LabelSettings(known, map, other, order);
  }

  /** Returns these settings with another order of labels that are inferred. */
  public LabelSettings withOrder(Order other) {
    return new LabelSettings(known, map, mode, other);
  }

  /**
   * Creates labels from typed names.
   *
   * @throws IllegalArgumentException if two of them are the same value, such as 5 and 5.0
   */
  public static Labels named(List<String> names) {
    Set<String> keys = new HashSet<>();
    for (String name : names) {
      if (!keys.add(LabelValue.of(name).key())) {
        throw new IllegalArgumentException(
            "Duplicate labels: %s. Use distinct labels; case and the notation of numbers do not count."
                .formatted(String.join(", ", names)));
      }
    }
    return new Labels(names.stream().map(LabelValue::trimmed).toList());
  }
}
