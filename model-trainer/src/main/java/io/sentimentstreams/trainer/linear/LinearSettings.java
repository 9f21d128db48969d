package io.sentimentstreams.trainer.linear;

/**
 * Settings for training a linear model.
 *
 * @param ngrams maximum number of words of an n-gram, 1 to 10; shorter n-grams and words are
 *     included
 * @param cost inverse regularization strength (liblinear's C), above 0
 */
public record LinearSettings(int ngrams, double cost) {

  public LinearSettings {
    if (ngrams < 1 || ngrams > 10) {
      throw new IllegalArgumentException(
          "Invalid n-gram length: %d. Use 1 to 10.".formatted(ngrams));
    }
    if (!(cost > 0 && Double.isFinite(cost))) {
      throw new IllegalArgumentException(
          "Invalid cost C: %s. Use a number above 0.".formatted(cost));
    }
  }

  /** Returns the default settings: n-grams of up to three words and a cost of 1. */
  public static LinearSettings standard() {
    return new LinearSettings(3, 1);
  }

  /** Returns the description in reports and bundles. */
  public String description() {
    return "1-%d-grams, C %s".formatted(ngrams, cost);
  }
}
