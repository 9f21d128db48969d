package io.sentimentstreams.trainer.data.label;

import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.Labels;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Explanation of labels in a file that differ from the known ones.
 *
 * @param path the file
 * @param labels the known labels
 * @param tally counts of the values in the file
 */
record UnknownLabels(Path path, Labels labels, LabelTally tally) {

  private static final int MAX_LISTED = 5;

  InvalidDataException exception(
      Map<String, LabelTally.Count> labelled, Map<String, LabelTally.Count> unknown) {
    Optional<String> cause = new Plausibility(path, tally).cause(labelled);
    long rows = unknown.values().stream().mapToLong(LabelTally.Count::rows).sum();
    String problem =
        labelled.size() > labels.size() && labels.size() == 2
            ? String.format(
                Locale.ROOT,
                "%,d labels, but two are required (%s); the data has %s",
                labelled.size(),
                listed(),
                LabelTally.excerpt(labelled))
            : String.format(
                Locale.ROOT,
                "%,d rows have labels other than %s: %s",
                rows,
                listed(),
                LabelTally.excerpt(unknown));
    return new InvalidDataException(
        path,
        problem,
        cause.orElseGet(
            () ->
                "Map the values with --label-map, such as '"
                    + example(labelled)
                    + "'; VALUE= leaves rows out"));
  }

  private String listed() {
    return String.join(", ", labels.names().subList(0, Math.min(MAX_LISTED, labels.size())))
        + (labels.size() > MAX_LISTED ? ", ..." : "");
  }

  /** Returns a mapping of a rating scale, or one with placeholders. */
  private String example(Map<String, LabelTally.Count> labelled) {
    List<BigDecimal> numbers =
        labelled.values().stream()
            .map(count -> count.value().number())
            .flatMap(Optional::stream)
            .sorted()
            .toList();
    if (labels.size() != 2
        || numbers.size() != labelled.size()
        || numbers.size() > 2 * MAX_LISTED) {
      return labels.names().get(0) + "=VALUE,VALUE;" + labels.names().get(1) + "=VALUE";
    }
    int half = numbers.size() / 2;
    String middle = numbers.size() % 2 == 1 ? ";" + numbers.get(half).toPlainString() + "=" : "";
    return "%s=%s;%s=%s%s"
        .formatted(
            labels.names().get(0),
            joined(numbers.subList(0, half)),
            labels.names().get(1),
            joined(numbers.subList(numbers.size() - half, numbers.size())),
            middle);
  }

  private static String joined(List<BigDecimal> numbers) {
    return numbers.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(","));
  }
}
