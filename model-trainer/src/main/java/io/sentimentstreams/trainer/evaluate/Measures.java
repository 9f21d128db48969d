package io.sentimentstreams.trainer.evaluate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model's scores are worth.
 *
 * @param examples how many were scored
 * @param accuracy share of right decisions
 * @param logLoss mean binary cross-entropy in nats, scores clipped to [1e-7, 1 - 1e-7] as Keras
 *     does
 * @param auc the probability that a positive review scores above a negative one, ties counting half
 *     (Mann and Whitney, 1947); null if there is only one kind
 * @param f1 the harmonic mean of precision and recall
 * @param precision share of those said to be positive that are
 * @param recall share of the positive ones that were found
 * @param calibrationError how far scores are from frequencies: expected calibration error over 15
 *     bins of equal width (Naeini et al., 2015; Guo et al., 2017), of P(positive)
 * @param confusion the counts behind them
 */
@JsonPropertyOrder({
  "examples",
  "accuracy",
  "logLoss",
  "auc",
  "f1",
  "precision",
  "recall",
  "calibrationError",
  "confusion"
})
public record Measures(
    int examples,
    double accuracy,
    double logLoss,
    @Nullable Double auc,
    double f1,
    double precision,
    double recall,
    double calibrationError,
    ConfusionMatrix confusion) {

  private static final double CLIP = 1e-7;

  /**
   * Measures scores.
   *
   * @param predictions at least one
   * @param threshold the smallest score that says positive, 0 to 1
   */
  public static Measures of(List<Prediction> predictions, double threshold) {
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one prediction to measure");
    }
    ConfusionMatrix confusion = ConfusionMatrix.of(predictions, threshold);
    return new Measures(
        predictions.size(),
        confusion.accuracy(),
        logLoss(predictions),
        auc(predictions),
        confusion.f1(),
        confusion.precision(),
        confusion.recall(),
        Reliability.of(predictions).error(),
        confusion);
  }

  private static double logLoss(List<Prediction> predictions) {
    double sum = 0;
    for (Prediction prediction : predictions) {
      double score = Math.min(Math.max(prediction.score(), CLIP), 1 - CLIP);
      sum -= prediction.positive() ? Math.log(score) : Math.log1p(-score);
    }
    return sum / predictions.size();
  }

  private static @Nullable Double auc(List<Prediction> predictions) {
    List<Prediction> sorted =
        predictions.stream().sorted(Comparator.comparingDouble(Prediction::score)).toList();
    double positiveRanks = 0;
    long positives = 0;
    for (int from = 0, to = 0; from < sorted.size(); from = to) {
      int positivesHere = 0;
      for (; to < sorted.size() && sorted.get(to).score() == sorted.get(from).score(); to++) {
        positivesHere += sorted.get(to).positive() ? 1 : 0;
      }
      double meanRank = (from + 1 + to) / 2.0;
      positiveRanks += meanRank * positivesHere;
      positives += positivesHere;
    }
    long negatives = sorted.size() - positives;
    if (positives == 0 || negatives == 0) {
      return null;
    }
    return (positiveRanks - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
  }
}
