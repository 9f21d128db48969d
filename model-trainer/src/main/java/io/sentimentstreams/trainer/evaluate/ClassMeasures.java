package io.sentimentstreams.trainer.evaluate;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model's probabilities of several labels are worth.
 *
 * @param examples how many texts were classified
 * @param accuracy share of them whose most probable label is theirs
 * @param logLoss mean cross-entropy in nats, probabilities clipped to at least 1e-7 as Keras does
 * @param macroF1 the mean of the labels' F1, each counting the same
 * @param auc the mean over labels of the area under the ROC curve of each against the rest, of
 *     those that can be measured; null if none can
 * @param calibrationError how far the largest probabilities are from the frequency of being right:
 *     expected calibration error over 15 bins of equal width (Guo et al., 2017)
 * @param labels each label by itself, in the bundle's order
 * @param confusion how many texts of each label, by rows, were said to be of each, by columns
 */
@JsonPropertyOrder({
  "examples",
  "accuracy",
  "logLoss",
  "macroF1",
  "auc",
  "calibrationError",
  "labels",
  "confusion"
})
public record ClassMeasures(
    int examples,
    double accuracy,
    double logLoss,
    double macroF1,
    @Nullable Double auc,
    double calibrationError,
    List<LabelMeasures> labels,
    List<List<Integer>> confusion) {

  private static final double CLIP = 1e-7;
  private static final int BINS = 15;
  private static final double EVEN = 0.5;

  public ClassMeasures {
    labels = List.copyOf(labels);
    confusion = confusion.stream().map(List::copyOf).toList();
  }

  /**
   * Measures probabilities.
   *
   * @param predictions at least one, each with a probability for each label
   * @param names of the labels
   */
  public static ClassMeasures of(List<ClassPrediction> predictions, List<String> names) {
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one prediction to measure");
    }
    int[][] confusion = confusion(predictions, names.size());
    List<LabelMeasures> labels = labels(confusion, names);
    int right = 0;
    for (int i = 0; i < names.size(); i++) {
      right += confusion[i][i];
    }
    return new ClassMeasures(
        predictions.size(),
        (double) right / predictions.size(),
        logLoss(predictions),
        labels.stream().mapToDouble(LabelMeasures::f1).average().orElse(0),
        auc(predictions, names.size()),
        calibrationError(predictions),
        labels,
        rows(confusion));
  }

  private static int[][] confusion(List<ClassPrediction> predictions, int classes) {
    int[][] counts = new int[classes][classes];
    for (ClassPrediction prediction : predictions) {
      if (prediction.probabilities().size() != classes) {
        throw new IllegalArgumentException(
            "there must be %d probabilities, were %d"
                .formatted(classes, prediction.probabilities().size()));
      }
      counts[prediction.label()][prediction.said()]++;
    }
    return counts;
  }

  private static List<LabelMeasures> labels(int[][] confusion, List<String> names) {
    List<LabelMeasures> labels = new ArrayList<>();
    for (int i = 0; i < confusion.length; i++) {
      int said = 0;
      int examples = 0;
      for (int j = 0; j < confusion.length; j++) {
        said += confusion[j][i];
        examples += confusion[i][j];
      }
      labels.add(LabelMeasures.of(names.get(i), confusion[i][i], said, examples));
    }
    return labels;
  }

  private static double logLoss(List<ClassPrediction> predictions) {
    double sum = 0;
    for (ClassPrediction prediction : predictions) {
      sum -= Math.log(Math.max(prediction.probabilities().get(prediction.label()), CLIP));
    }
    return sum / predictions.size();
  }

  private static @Nullable Double auc(List<ClassPrediction> predictions, int classes) {
    double sum = 0;
    int measured = 0;
    for (int i = 0; i < classes; i++) {
      int label = i;
      List<Prediction> againstTheRest =
          predictions.stream()
              .map(each -> new Prediction(each.probabilities().get(label), each.label() == label))
              .toList();
      Double auc = Measures.of(againstTheRest, EVEN).auc();
      if (auc != null) {
        sum += auc;
        measured++;
      }
    }
    return measured == 0 ? null : sum / measured;
  }

  private static double calibrationError(List<ClassPrediction> predictions) {
    double[] excess = new double[BINS];
    for (ClassPrediction prediction : predictions) {
      int said = prediction.said();
      double confidence = prediction.probabilities().get(said);
      int bin = Math.min((int) (confidence * BINS), BINS - 1);
      excess[bin] += confidence - (said == prediction.label() ? 1 : 0);
    }
    double sum = 0;
    for (double bin : excess) {
      sum += Math.abs(bin);
    }
    return sum / predictions.size();
  }

  private static List<List<Integer>> rows(int[][] confusion) {
    List<List<Integer>> rows = new ArrayList<>();
    for (int[] counts : confusion) {
      List<Integer> row = new ArrayList<>();
      for (int count : counts) {
        row.add(count);
      }
      rows.add(row);
    }
    return rows;
  }
}
