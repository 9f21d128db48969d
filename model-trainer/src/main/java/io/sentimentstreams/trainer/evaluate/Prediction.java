package io.sentimentstreams.trainer.evaluate;

/**
 * A score beside the truth.
 *
 * @param score P(positive), 0 to 1
 * @param positive what the author meant
 */
public record Prediction(double score, boolean positive) {

  public Prediction {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a score must be 0 to 1, was " + score);
    }
  }
}
