package io.sentimentstreams.bundle;

/**
 * A text with the score that the bundle must give it, checked whenever the bundle is read.
 *
 * @param text any text
 * @param score P(positive), 0 to 1
 */
public record GoldenScore(String text, double score) {

  /** How far a score may be from the one that was recorded. */
  public static final double TOLERANCE = 1e-5;

  public GoldenScore {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a golden score must be 0 to 1, was " + score);
    }
  }
}
