package io.sentimentstreams.trainer.evaluate;

/**
 * How well one of several labels is told from the others.
 *
 * @param label its name
 * @param examples how many texts have it
 * @param precision share of those said to have it that have it; 0 if none was
 * @param recall share of those that have it that were found; 0 if there are none
 * @param f1 the harmonic mean of precision and recall; 0 if both are
 */
public record LabelMeasures(
    String label, int examples, double precision, double recall, double f1) {

  /** Counts decisions for and against one label. */
  static LabelMeasures of(String label, int right, int said, int examples) {
    return new LabelMeasures(
        label,
        examples,
        ratio(right, said),
        ratio(right, examples),
        ratio(2 * right, said + examples));
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
