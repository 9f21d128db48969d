package io.sentimentstreams.trainer.calibrate;

import io.sentimentstreams.model.decision.ConfidenceThreshold;
import io.sentimentstreams.trainer.evaluate.ClassPrediction;
import java.util.List;

/**
 * Selection of the smallest probability of the most probable label with which the answers reach a
 * target precision, for more than two labels. The threshold is a multiple of 0.001.
 *
 * @param threshold selected threshold, with its coverage and precision on the predictions
 * @param reached whether the answers reach the target; otherwise the threshold is 1
 */
public record ConfidenceThresholdSelector(ConfidenceThreshold threshold, boolean reached) {

  private static final int STEPS = 1000;

  /**
   * Selects the threshold.
   *
   * @param predictions on texts outside of the training set, at least one
   * @param precision target share of answers with the correct label, above 0 and at most 1
   */
  public static ConfidenceThresholdSelector of(
      List<ClassPrediction> predictions, double precision) {
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException(
          "No predictions to select a confidence threshold. Provide at least one.");
    }
    if (!(precision > 0 && precision <= 1)) {
      throw new IllegalArgumentException(
          "Invalid target precision: %s. Use a number above 0 and at most 1.".formatted(precision));
    }
    int[] answered = new int[STEPS + 1];
    int[] correct = new int[STEPS + 1];
    for (ClassPrediction prediction : predictions) {
      int last = lastStep(prediction.confidence());
      answered[last]++;
      correct[last] += prediction.isCorrect() ? 1 : 0;
    }
    // A text is answered at all thresholds up to its last one.
    for (int step = STEPS - 1; step >= 0; step--) {
      answered[step] += answered[step + 1];
      correct[step] += correct[step + 1];
    }
    for (int step = 0; step <= STEPS; step++) {
      if (answered[step] > 0 && correct[step] >= precision * answered[step]) {
        return new ConfidenceThresholdSelector(
            threshold(step, answered[step], correct[step], predictions.size()), true);
      }
    }
    return new ConfidenceThresholdSelector(
        threshold(STEPS, answered[STEPS], correct[STEPS], predictions.size()), false);
  }

  private static ConfidenceThreshold threshold(int step, int answered, int correct, int all) {
    return new ConfidenceThreshold(
        bound(step), (double) answered / all, answered == 0 ? 0 : (double) correct / answered);
  }

  private static double bound(int step) {
    return (double) step / STEPS;
  }

  /** Returns the largest step whose threshold a confidence reaches. */
  private static int lastStep(double confidence) {
    int step = Math.min(STEPS, (int) (confidence * STEPS) + 1);
    while (step > 0 && confidence < bound(step)) {
      step--;
    }
    return step;
  }
}
