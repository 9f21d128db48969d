package io.sentimentstreams.trainer.calibrate;

import io.sentimentstreams.model.decision.AbstainBand;
import io.sentimentstreams.trainer.evaluate.Prediction;
import io.sentimentstreams.trainer.evaluate.SelectiveMetrics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Selection of the narrowest abstain band around a threshold that reaches a target precision for
 * both labels. The bounds are the threshold or multiples of 0.001.
 *
 * @param band selected band
 * @param decided metrics of the decisions outside of the band, on the predictions used for the
 *     selection
 * @param negativeReached whether scores below the band reach the target; otherwise the band starts
 *     at 0
 * @param positiveReached whether scores above the band reach the target; otherwise the band extends
 *     to 1
 */
public record AbstainBandSelector(
    AbstainBand band, SelectiveMetrics decided, boolean negativeReached, boolean positiveReached) {

  private static final int STEPS = 1000;

  /**
   * Selects the band.
   *
   * @param predictions on texts outside of the training set, at least one
   * @param threshold smallest score of a positive decision, above 0 and below 1
   * @param precision target precision for each label, above 0 and at most 1
   */
  public static AbstainBandSelector of(
      List<Prediction> predictions, double threshold, double precision) {
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException(
          "No predictions to select an abstain band. Provide at least one.");
    }
    if (!(precision > 0 && precision <= 1)) {
      throw new IllegalArgumentException(
          "Invalid target precision: %s. Use a number above 0 and at most 1.".formatted(precision));
    }
    OptionalDouble low =
        candidates(threshold, IntStream.iterate((int) (threshold * STEPS), i -> i > 0, i -> i - 1))
            .filter(bound -> share(predictions, p -> p.score() < bound, false) >= precision)
            .findFirst();
    OptionalDouble high =
        candidates(threshold, IntStream.range((int) Math.ceil(threshold * STEPS), STEPS))
            .filter(bound -> share(predictions, p -> p.score() >= bound, true) >= precision)
            .findFirst();
    AbstainBand bounds = AbstainBand.of(low.orElse(0), high.orElse(1));
    SelectiveMetrics decided = SelectiveMetrics.of(predictions, bounds, threshold);
    AbstainBand band =
        new AbstainBand(bounds.low(), bounds.high(), decided.coverage(), decided.precision());
    return new AbstainBandSelector(band, decided, low.isPresent(), high.isPresent());
  }

  /** Returns the candidate bounds: the threshold, then multiples of 0.001 at growing distance. */
  private static DoubleStream candidates(double threshold, IntStream thousandths) {
    return DoubleStream.concat(
        DoubleStream.of(threshold), thousandths.mapToDouble(i -> (double) i / STEPS));
  }

  /** Returns the share of selected predictions with a label; -1 if none is selected. */
  private static double share(
      List<Prediction> predictions, Predicate<Prediction> selected, boolean positive) {
    return predictions.stream()
        .filter(selected)
        .mapToDouble(p -> p.positive() == positive ? 1 : 0)
        .average()
        .orElse(-1);
  }
}
