package io.sentimentstreams.trainer.softlabel;

import io.sentimentstreams.trainer.data.Labels;
import io.sentimentstreams.trainer.data.PrintableText;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The labels of a file, which are those of the training in any order.
 *
 * @param names labels in the order of the file
 * @param positions index of each of them in the training
 */
record LabelOrder(List<String> names, List<Integer> positions) {

  /** Difference of a sum of probabilities from 1 that rounding can cause. */
  private static final double TOLERANCE = 1e-3;

  private static final int MAX_LISTED = 10;

  LabelOrder {
    names = List.copyOf(names);
    positions = List.copyOf(positions);
  }

  /** Checks the labels of a file. */
  static LabelOrder of(Place place, List<String> names, Labels training) {
    if (names.size() != training.size()
        || !new HashSet<>(names).equals(new HashSet<>(training.names()))) {
      throw place.error(
          "the labels of the file are %s, those of --data are %s"
              .formatted(listed(names), listed(training.names())),
          "Use a teacher with the labels of --data, or rename the labels in the file or with"
              + " --label-map");
    }
    return new LabelOrder(names, names.stream().map(training.names()::indexOf).toList());
  }

  private static String listed(List<String> names) {
    String first =
        names.stream()
            .limit(MAX_LISTED)
            .map(name -> PrintableText.of(name, Labels.MAX_LENGTH))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "missing" : names.size() > MAX_LISTED ? first + ", ..." : first;
  }

  /**
   * Checks probabilities and scales them to the sum 1.
   *
   * @param values one probability per label, in the order of the file
   * @return probabilities in the order of the training
   */
  double[] arranged(Place place, double[] values) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] >= 0 && values[i] <= 1)) {
        throw place.error(
            "the probability of '%s' is %s".formatted(names.get(i), values[i]),
            "Use probabilities from 0 to 1");
      }
      sum += values[i];
    }
    if (Math.abs(sum - 1) > TOLERANCE) {
      throw place.error(
          "the probabilities add up to %s".formatted(sum),
          "Write probabilities of all labels with the sum 1");
    }
    double[] arranged = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      arranged[positions.get(i)] = values[i] / sum;
    }
    return arranged;
  }
}
