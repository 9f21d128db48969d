package io.sentimentstreams.trainer.evaluate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.sentimentstreams.model.decision.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Metrics of a classifier with more than two labels.
 *
 * @param logLoss mean cross-entropy in nats, probabilities clipped to at least 1e-7 as in Keras
 * @param auc mean over labels of the area under the ROC curve of one label against the rest, over
 *     the labels for which it is defined; null if it is undefined for all labels
 * @param calibrationError expected calibration error of the largest probability over 15 bins of
 *     equal width (Guo et al., 2017)
 * @param labels metrics of each label, in the order of the bundle
 * @param confusion number of texts by true label (rows) and predicted label (columns)
 * @param ordered distances on the scale; null if the labels have no order
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
    double logLoss,
    @Nullable Double auc,
    double calibrationError,
    List<LabelMeasures> labels,
    List<List<Integer>> confusion,
    @JsonUnwrapped @Nullable OrderedMeasures ordered)
    implements Figures {

  private static final double CLIP = 1e-7;
  private static final int BINS = 15;
  private static final double THRESHOLD = 0.5;

  public ClassMeasures {
    labels = List.copyOf(labels);
    confusion = confusion.stream().map(List::copyOf).toList();
  }

  /**
   * Computes the metrics of predictions of labels without an order.
   *
   * @param predictions at least one, each with a probability per label
   * @param names names of the labels
   */
  public static ClassMeasures of(List<ClassPrediction> predictions, List<String> names) {
    return of(predictions, names, Task.NOMINAL);
  }

  /**
   * Computes the metrics of predictions.
   *
   * @param predictions at least one, each with a probability per label
   * @param names names of the labels
   * @param task kind of the labels
   */
  public static ClassMeasures of(List<ClassPrediction> predictions, List<String> names, Task task) {
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException("No predictions to evaluate. Provide at least one.");
    }
    int[][] confusion = confusion(predictions, names.size());
    List<LabelMeasures> labels = labels(confusion, names);
    return new ClassMeasures(
        logLoss(predictions),
        auc(predictions, names.size()),
        calibrationError(predictions),
        labels,
        rows(confusion),
        task == Task.ORDERED ? OrderedMeasures.of(predictions) : null);
  }

  /** Returns the number of classified texts. */
  @JsonProperty
  public int examples() {
    return labels.stream().mapToInt(LabelMeasures::examples).sum();
  }

  /** Returns the share of texts whose most probable label is the true label. */
  @Override
  @JsonProperty
  public double accuracy() {
    int correct = IntStream.range(0, confusion.size()).map(i -> confusion.get(i).get(i)).sum();
    return (double) correct / examples();
  }

  /** Returns the unweighted mean of the labels' F1 scores. */
  @JsonProperty
  public double macroF1() {
    return labels.stream().mapToDouble(LabelMeasures::f1).average().orElse(0);
  }

  private static int[][] confusion(List<ClassPrediction> predictions, int classes) {
    int[][] counts = new int[classes][classes];
    for (ClassPrediction prediction : predictions) {
      if (prediction.probabilities().size() != classes) {
        throw new IllegalArgumentException(
            "Invalid number of probabilities: %d. Use %d."
                .formatted(prediction.probabilities().size(), classes));
      }
      counts[prediction.label()][prediction.predicted()]++;
    }
    return counts;
  }

  private static List<LabelMeasures> labels(int[][] confusion, List<String> names) {
    List<LabelMeasures> labels = new ArrayList<>();
    for (int i = 0; i < confusion.length; i++) {
      int predicted = 0;
      int examples = 0;
      for (int j = 0; j < confusion.length; j++) {
        predicted += confusion[j][i];
        examples += confusion[i][j];
      }
      labels.add(LabelMeasures.of(names.get(i), confusion[i][i], predicted, examples));
    }
    return labels;
  }

  /**
   * Returns the mean cross-entropy in nats.
   *
   * @param predictions at least one
   */
  public static double logLoss(List<ClassPrediction> predictions) {
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
      Double auc = Measures.of(againstTheRest, THRESHOLD).auc();
      if (auc != null) {
        sum += auc;
        measured++;
      }
    }
    return measured == 0 ? null : sum / measured;
  }

  /**
   * Returns the expected calibration error of the largest probability.
   *
   * @param predictions at least one
   */
  public static double calibrationError(List<ClassPrediction> predictions) {
    double[] excess = new double[BINS];
    for (ClassPrediction prediction : predictions) {
      int predicted = prediction.predicted();
      double confidence = prediction.probabilities().get(predicted);
      int bin = Math.min((int) (confidence * BINS), BINS - 1);
      excess[bin] += confidence - (predicted == prediction.label() ? 1 : 0);
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
