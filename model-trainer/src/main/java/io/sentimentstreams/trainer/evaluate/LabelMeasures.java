package io.sentimentstreams.trainer.evaluate;

/**
 * Metrics of one label against the others.
 *
 * @param label name of the label
 * @param examples number of texts with the label
 * @param precision share of predictions of the label that are correct; 0 without predictions
 * @param recall share of texts with the label that were predicted so; 0 without such texts
 * @param f1 harmonic mean of precision and recall; 0 if both are 0
 */
public record LabelMeasures(
    String label, int examples, double precision, double recall, double f1) {

  /** Computes the metrics from counts. */
  static LabelMeasures of(String label, int correct, int predicted, int examples) {
    return new LabelMeasures(
        label,
        examples,
        ratio(correct, predicted),
        ratio(correct, examples),
        ratio(2 * correct, predicted + examples));
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
