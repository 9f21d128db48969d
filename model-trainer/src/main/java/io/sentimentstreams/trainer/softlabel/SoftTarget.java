package io.sentimentstreams.trainer.softlabel;

/**
 * The soft label of a text: the mean over the files that have it.
 *
 * @param text the text
 * @param probabilities of each label, with sum 1
 * @param weight of the text in the loss, above 0; 1 for a text whose lines have no weight
 */
@SuppressWarnings("ArrayRecordComponent") // Not modified, and not compared.
public record SoftTarget(String text, double[] probabilities, double weight) {

  /** Returns the target: P(positive) for two labels, otherwise the probability of each label. */
  public double[] target() {
    return compact(probabilities);
  }

  /**
   * Returns the target of a text that also has a label: the weighted mean of both.
   *
   * @param label index of the label
   * @param share weight of the soft label, 0 to 1, which the weight of the text multiplies
   */
  double[] blended(int label, double share) {
    double soft = share * weight;
    double hard = 1 - share;
    double[] mean = new double[probabilities.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = Math.min(1, (soft * probabilities[i] + (i == label ? hard : 0)) / (soft + hard));
    }
    return compact(mean);
  }

  private static double[] compact(double[] probabilities) {
    return probabilities.length == 2 ? new double[] {probabilities[1]} : probabilities;
  }
}
