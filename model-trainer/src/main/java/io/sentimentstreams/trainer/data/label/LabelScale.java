package io.sentimentstreams.trainer.data.label;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.PrintableText;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Inference of the labels of a scale, whose order is known only if all of them are numbers.
 *
 * @param path the file
 * @param tally counts of the values in the file
 * @param mode checks of the labels
 */
record LabelScale(Path path, LabelTally tally, LabelSettings.Mode mode) {

  private static final int MIN_LABELS = 3;
  private static final int MAX_LISTED = 10;

  /**
   * Returns the labels in the order of their values.
   *
   * @throws InvalidDataException if there are fewer than three, or one is not a number
   */
  KnownLabels read(Map<String, LabelTally.Count> labelled) {
    List<LabelValue> values =
        labelled.values().stream()
            .map(LabelTally.Count::value)
            .sorted(Comparator.comparing(LabelValue::name))
            .toList();
    if (values.size() < MIN_LABELS) {
      throw new InvalidDataException(
          path,
          "too few labels for --task ordered: " + listed(values, ", "),
          "Use data with three labels at least, or remove --task");
    }
    new Plausibility(path, tally).check(labelled, mode);
    Optional<LabelTally.Count> word =
        labelled.values().stream()
            .filter(count -> count.value().number().isEmpty())
            .min(Comparator.comparingLong(LabelTally.Count::firstLine));
    if (word.isPresent()) {
      throw new InvalidDataException(
          path,
          "unknown order of the labels %s: '%s' in line %d is not a number"
              .formatted(
                  listed(values, ", "),
                  PrintableText.of(word.get().value().spelling(), 40),
                  word.get().firstLine()),
          "List all labels with --labels, the lowest first, such as --labels "
              + listed(values, ","));
    }
    return KnownLabels.of(
        values.stream()
            .sorted(Comparator.comparing(value -> value.number().orElse(BigDecimal.ZERO)))
            .toList());
  }

  private static String listed(List<LabelValue> values, String separator) {
    return values.stream()
            .limit(MAX_LISTED)
            .map(value -> PrintableText.of(value.name(), 40))
            .collect(Collectors.joining(separator))
        + (values.size() > MAX_LISTED ? separator + "..." : "");
  }
}
