package io.sentimentstreams.trainer.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Metrics of a binary classifier.
 *
 * @param examples number of scored texts
 * @param logLoss mean binary cross-entropy in nats, scores clipped to [1e-7, 1 - 1e-7] as in Keras
 * @param auc area under the ROC curve: the probability that a positive review scores above a
 *     negative one, ties counted as one half (Mann and Whitney, 1947); null if the data has only
 *     one label
 * @param calibrationError expected calibration error of P(positive) over 15 bins of equal width
 *     (Naeini et al., 2015; Guo et al., 2017)
 * @param confusion confusion matrix
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
    double logLoss,
    @Nullable Double auc,
    double calibrationError,
    ConfusionMatrix confusion)
    implements Figures {

  private static final double CLIP = 1e-7;

  /**
   * Computes the metrics of scores.
   *
   * @param predictions at least one
   * @param threshold smallest score of a positive decision, 0 to 1
   */
  public static Measures of(List<Prediction> predictions, double threshold) {
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException("No predictions to evaluate. Provide at least one.");
    }
    ConfusionMatrix confusion = ConfusionMatrix.of(predictions, threshold);
    return new Measures(
        predictions.size(),
        logLoss(predictions),
        auc(predictions),
        Reliability.of(predictions).error(),
        confusion);
  }

  /** Returns the share of correct decisions. */
  @Override
  @JsonProperty
  public double accuracy() {
    return confusion.accuracy();
  }

  /** Returns the harmonic mean of precision and recall. */
  @JsonProperty
  public double f1() {
    return confusion.f1();
  }

  /** Returns the share of positive decisions that are correct. */
  @JsonProperty
  public double precision() {
    return confusion.precision();
  }

  /** Returns the share of positive reviews with a positive decision. */
  @JsonProperty
  public double recall() {
    return confusion.recall();
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
