package io.sentimentstreams.trainer.provenance;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Loss, accuracy and duration of one epoch.
 *
 * @param number counted from 1
 * @param trainingLoss mean training loss in nats
 * @param trainingAccuracy training accuracy, 0 to 1
 * @param validationLoss mean loss on the validation split in nats
 * @param validationAccuracy accuracy on the validation split, 0 to 1
 * @param seconds duration of the epoch with its validation
 */
public record EpochFigures(
    int number,
    double trainingLoss,
    double trainingAccuracy,
    double validationLoss,
    double validationAccuracy,
    long seconds) {

  private static final int FIGURES = 5;

  /** Adds this epoch to the facts: {@code epoch.001}, with five numbers. */
  void addTo(Map<String, String> facts) {
    facts.put(
        String.format(Locale.ROOT, "%s%03d", FactNames.EPOCH_PREFIX, number),
        String.format(
            Locale.ROOT,
            "%.5f %.5f %.5f %.5f %d",
            trainingLoss,
            trainingAccuracy,
            validationLoss,
            validationAccuracy,
            seconds));
  }

  /**
   * Reads the epoch that a fact describes. Later releases may append figures.
   *
   * @return empty if the fact is not an epoch, or if its figures are not numbers
   */
  static Optional<EpochFigures> read(String name, String value) {
    if (!name.startsWith(FactNames.EPOCH_PREFIX)) {
      return Optional.empty();
    }
    List<String> figures = List.of(value.split(" ", -1));
    if (figures.size() < FIGURES) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new EpochFigures(
              Integer.parseInt(name.substring(FactNames.EPOCH_PREFIX.length())),
              Double.parseDouble(figures.get(0)),
              Double.parseDouble(figures.get(1)),
              Double.parseDouble(figures.get(2)),
              Double.parseDouble(figures.get(3)),
              Long.parseLong(figures.get(4))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
