package io.sentimentstreams.trainer.calibrate;

import io.sentimentstreams.model.bundle.AbstainBand;
import io.sentimentstreams.trainer.evaluate.Prediction;
import io.sentimentstreams.trainer.evaluate.SelectiveMetrics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The narrowest band of scores around a threshold outside which both labels are right as often as
 * is wanted. Its ends are the threshold or thousandths.
 *
 * @param band the band
 * @param decided what deciding on the other scores is worth on the predictions it was chosen on
 * @param negativeReached whether a score below the band is; where none is, the band begins at 0
 * @param positiveReached whether a score above the band is; where none is, the band ends at 1
 */
public record AbstainBandSelector(
    AbstainBand band, SelectiveMetrics decided, boolean negativeReached, boolean positiveReached) {

  private static final int STEPS = 1000;

  /**
   * Chooses the band.
   *
   * @param predictions of texts that the model did not learn from, at least one
   * @param threshold the smallest score that says positive, above 0 and below 1
   * @param precision the wanted share of right decisions among those for each label, above 0 and at
   *     most 1
   */
  public static AbstainBandSelector of(
      List<Prediction> predictions, double threshold, double precision) {
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one prediction to choose a band");
    }
    if (!(precision > 0 && precision <= 1)) {
      throw new IllegalArgumentException(
          "the precision must be above 0 and at most 1, was " + precision);
    }
    OptionalDouble low =
        ends(threshold, IntStream.iterate((int) (threshold * STEPS), i -> i > 0, i -> i - 1))
            .filter(end -> right(predictions, p -> p.score() < end, false) >= precision)
            .findFirst();
    OptionalDouble high =
        ends(threshold, IntStream.range((int) Math.ceil(threshold * STEPS), STEPS))
            .filter(end -> right(predictions, p -> p.score() >= end, true) >= precision)
            .findFirst();
    AbstainBand bare = AbstainBand.of(low.orElse(0), high.orElse(1));
    SelectiveMetrics decided = SelectiveMetrics.of(predictions, bare, threshold);
    AbstainBand band =
        new AbstainBand(bare.low(), bare.high(), decided.coverage(), decided.precision());
    return new AbstainBandSelector(band, decided, low.isPresent(), high.isPresent());
  }

  /** The threshold itself, then thousandths away from it. */
  private static DoubleStream ends(double threshold, IntStream thousandths) {
    return DoubleStream.concat(
        DoubleStream.of(threshold), thousandths.mapToDouble(i -> (double) i / STEPS));
  }

  /** The share of some predictions that have a label; below 0 where there are none. */
  private static double right(
      List<Prediction> predictions, Predicate<Prediction> some, boolean positive) {
    return predictions.stream()
        .filter(some)
        .mapToDouble(p -> p.positive() == positive ? 1 : 0)
        .average()
        .orElse(-1);
  }
}
