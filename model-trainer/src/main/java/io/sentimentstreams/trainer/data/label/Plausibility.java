package io.sentimentstreams.trainer.data.label;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.Labels;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Check that the label column of a file has the labels of a classification.
 *
 * @param path the file
 * @param tally counts of the values in the file
 */
public record Plausibility(Path path, LabelTally tally) {

  /** Largest number of labels that are inferred without a question. */
  static final int MAX_INFERRED = 50;

  /** Smallest number of rows of a label that is inferred without a question. */
  static final int MIN_ROWS = 5;

  /**
   * Checks labels that nobody named.
   *
   * @throws InvalidDataException if there are too many, or one with too few rows
   */
  void check(Map<String, LabelTally.Count> labelled, LabelSettings.Mode mode) {
    if (labelled.size() > Labels.MAX_LABELS) {
      throw tooManyDistinct();
    }
    if (mode == LabelSettings.Mode.MANY) {
      return;
    }
    if (labelled.size() > MAX_INFERRED) {
      throw new InvalidDataException(
          path,
          String.format(
              Locale.ROOT,
              "%,d different labels in %,d rows: %s",
              labelled.size(),
              tally.rows(),
              LabelTally.excerpt(labelled)),
          cause(labelled).map(cause -> cause + "; otherwise").orElse("Check --label-column;")
              + " name the labels with --labels, or use --allow-many-labels");
    }
    Map<String, LabelTally.Count> rare = new HashMap<>(labelled);
    rare.values().removeIf(count -> count.rows() >= MIN_ROWS);
    if (!rare.isEmpty()) {
      throw new InvalidDataException(
          path,
          String.format(
              Locale.ROOT,
              "%,d of %,d labels have fewer than %d rows: %s",
              rare.size(),
              labelled.size(),
              MIN_ROWS,
              LabelTally.excerpt(rare)),
          cause(labelled).map(cause -> cause + "; otherwise").orElse("Correct the rows,")
              + " name the labels with --labels, or use --allow-many-labels");
    }
  }

  /** Returns the error for a file with more distinct values than a data set can have. */
  public InvalidDataException tooManyDistinct() {
    return new InvalidDataException(
        path,
        String.format(
            Locale.ROOT,
            "more than %,d different labels: %s",
            Labels.MAX_LABELS,
            LabelTally.excerpt(tally.counts())),
        cause(tally.counts()).orElse("Select the label column with --label-column"));
  }

  /** Returns a question about the likely cause of implausible labels. */
  Optional<String> cause(Map<String, LabelTally.Count> labelled) {
    if (tally.isSwapped()) {
      return Optional.of(
          "Exchange --text-column and --label-column, because the labels are longer than the texts");
    }
    if (labelled.size() > MIN_ROWS && tally.isUnique()) {
      return Optional.of(
          "Select another --label-column, because nearly every row has its own value as in an id column");
    }
    boolean fractions =
        labelled.size() > MAX_INFERRED
            && labelled.values().stream().allMatch(count -> count.value().number().isPresent());
    return fractions
        ? Optional.of(
            "Select another --label-column, because it has numbers of a measurement or an id column")
        : Optional.empty();
  }
}
