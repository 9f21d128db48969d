package io.sentimentstreams.trainer.data.source;

import io.sentimentstreams.trainer.data.DataFingerprint;
import io.sentimentstreams.trainer.data.InvalidDataException;
import io.sentimentstreams.trainer.data.Labels;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Checks of the reviews that a model is fitted on.
 *
 * @param path the data set
 * @param labels labels of the data set
 * @param limit maximum number of reviews; empty for all
 * @param validationSplit share of the reviews in the validation split
 */
record TrainingPart(Path path, Labels labels, Optional<Integer> limit, double validationSplit) {

  /**
   * Checks that a model can learn a difference.
   *
   * @param whole all reviews of the train split
   * @param training the reviews that the model is fitted on
   * @throws InvalidDataException if they have one label only
   */
  void requireTwoLabels(DataFingerprint whole, DataFingerprint training) {
    if (present(training).size() > 1) {
      return;
    }
    if (present(whole).size() < 2) {
      throw new InvalidDataException(
          path,
          String.format(
              Locale.ROOT,
              "all %,d reviews have one label only, %s",
              whole.examples(),
              String.join("", present(whole))),
          "Add reviews of each label: " + String.join(", ", labels.names()));
    }
    throw new InvalidDataException(
        path,
        String.format(
            Locale.ROOT,
            "the part to learn from (%,d of %,d reviews, after %sthe validation split of %s) has one label only, %s",
            training.examples(),
            whole.examples(),
            limit.map(count -> "--limit " + count + " and ").orElse(""),
            validationSplit,
            String.join("", present(training))),
        limit.isPresent()
            ? "Raise or remove --limit"
            : "Add reviews, or use another --seed or a smaller --validation-split");
  }

  /** Returns a message if a label has no review to learn from. */
  List<String> missing(DataFingerprint training) {
    List<String> missing =
        IntStream.range(0, labels.size())
            .filter(label -> training.count(label) == 0)
            .mapToObj(labels.names()::get)
            .toList();
    return missing.isEmpty()
        ? List.of()
        : List.of(
            "%s: no review to learn from has the label %s. The model cannot predict it"
                .formatted(path, String.join(", ", missing)));
  }

  private List<String> present(DataFingerprint reviews) {
    return IntStream.range(0, labels.size())
        .filter(label -> reviews.count(label) > 0)
        .mapToObj(labels.names()::get)
        .toList();
  }
}
