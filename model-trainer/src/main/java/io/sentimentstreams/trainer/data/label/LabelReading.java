package io.sentimentstreams.trainer.data.label;

import io.sentimentstreams.trainer.data.Labels;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The meaning of the values in the label column of a file.
 *
 * @param known labels with the values that mean them
 * @param skipped normalised values whose rows are left out: they mean "no label", or the mapping
 *     leaves them out
 * @param notes messages about rows that are left out
 */
public record LabelReading(KnownLabels known, Set<String> skipped, List<String> notes) {

  public LabelReading {
    skipped = Set.copyOf(skipped);
    notes = List.copyOf(notes);
  }

  /** Returns the labels of the data set. */
  public Labels labels() {
    return known.labels();
  }

  /** Returns whether rows with a value are left out without being bad lines. */
  public boolean skips(LabelValue value) {
    return skipped.contains(value.key());
  }

  /** Returns the index of the label; empty for an unknown value. */
  public OptionalInt index(LabelValue value) {
    return known.index(value);
  }
}
