package io.sentimentstreams.trainer.evaluate;

/**
 * A score with the true label.
 *
 * @param score P(positive), 0 to 1
 * @param positive whether the review is positive
 */
public record Prediction(double score, boolean positive) {

  public Prediction {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException(
          "Invalid score: %s. Use a number from 0 to 1.".formatted(score));
    }
  }
}
