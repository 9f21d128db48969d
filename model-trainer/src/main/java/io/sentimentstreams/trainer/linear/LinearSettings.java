package io.sentimentstreams.trainer.linear;

/**
 * How a linear model is trained.
 *
 * @param ngrams how many words an n-gram has at most, 1 to 10; words count too
 * @param cost of an error against the size of the weights (liblinear's C), above 0
 */
public record LinearSettings(int ngrams, double cost) {

  public LinearSettings {
    if (ngrams < 1 || ngrams > 10) {
      throw new IllegalArgumentException("the n-grams must be 1 to 10 words, were " + ngrams);
    }
    if (!(cost > 0 && Double.isFinite(cost))) {
      throw new IllegalArgumentException("C must be a number above 0, was " + cost);
    }
  }

  /** Up to three words, and a cost of 1. */
  public static LinearSettings standard() {
    return new LinearSettings(3, 1);
  }

  /** As people and bundles read it. */
  public String description() {
    return "1-%d-grams, C %s".formatted(ngrams, cost);
  }
}
