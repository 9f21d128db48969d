package io.sentimentstreams.model.decision;

/**
 * The smallest probability of the most probable label with which a text gets that label. It is for
 * more than two labels; two have an {@link AbstainBand}.
 *
 * @param probability 0 to 1; 0 answers every text
 * @param coverage the share of texts with such a label, 0 to 1; 0 if not measured
 * @param precision the share of those with the right label, 0 to 1; 0 if not measured
 */
public record ConfidenceThreshold(double probability, double coverage, double precision) {

  public ConfidenceThreshold {
    share("probability", probability);
    share("coverage", coverage);
    share("precision", precision);
  }

  /**
   * Returns a threshold on which nothing was measured.
   *
   * @param probability 0 to 1
   */
  public static ConfidenceThreshold of(double probability) {
    return new ConfidenceThreshold(probability, 0, 0);
  }

  private static void share(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(
          "Invalid %s of a confidence threshold: %s. It must be 0 to 1.".formatted(what, value));
    }
  }
}
