package io.sentimentstreams.trainer.evaluate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.sentimentstreams.model.bundle.AbstainBand;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What decisions are worth where a band of scores abstains.
 *
 * @param low the lowest score that abstains
 * @param high the lowest score above those
 * @param coverage share of texts that are decided, 0 to 1
 * @param precision share of those that are right, 0 to 1; 0 where none is decided
 * @param negativePrecision the same of those said to be negative; null where there are none
 * @param positivePrecision the same of those said to be positive; null where there are none
 */
@JsonPropertyOrder({
  "low",
  "high",
  "coverage",
  "precision",
  "negativePrecision",
  "positivePrecision"
})
public record SelectiveMetrics(
    double low,
    double high,
    double coverage,
    double precision,
    @Nullable Double negativePrecision,
    @Nullable Double positivePrecision) {

  /**
   * Measures decisions.
   *
   * @param predictions at least one
   * @param threshold the smallest score that says positive, 0 to 1
   */
  public static SelectiveMetrics of(
      List<Prediction> predictions, AbstainBand band, double threshold) {
    List<Prediction> decided = predictions.stream().filter(p -> !band.contains(p.score())).toList();
    ConfusionMatrix counts = ConfusionMatrix.of(decided, threshold);
    return new SelectiveMetrics(
        band.low(),
        band.high(),
        (double) decided.size() / predictions.size(),
        counts.accuracy(),
        share(decided, p -> p.score() < threshold, false),
        share(decided, p -> p.score() >= threshold, true));
  }

  private static @Nullable Double share(
      List<Prediction> decided, Predicate<Prediction> said, boolean positive) {
    List<Prediction> some = decided.stream().filter(said).toList();
    long right = some.stream().filter(p -> p.positive() == positive).count();
    return some.isEmpty() ? null : (double) right / some.size();
  }
}
