package io.sentimentstreams.trainer.evaluate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.sentimentstreams.model.decision.AbstainBand;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Metrics of the decisions outside of an abstain band.
 *
 * @param low lowest score in the band
 * @param high lowest score above the band
 * @param coverage share of texts with a decision, 0 to 1
 * @param precision share of decisions that are correct, 0 to 1; 0 without decisions
 * @param negativePrecision share of negative decisions that are correct; null without such
 *     decisions
 * @param positivePrecision share of positive decisions that are correct; null without such
 *     decisions
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
   * Computes the metrics of decisions.
   *
   * @param predictions at least one
   * @param threshold smallest score of a positive decision, 0 to 1
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
      List<Prediction> decided, Predicate<Prediction> selected, boolean positive) {
    List<Prediction> matching = decided.stream().filter(selected).toList();
    long correct = matching.stream().filter(p -> p.positive() == positive).count();
    return matching.isEmpty() ? null : (double) correct / matching.size();
  }
}
