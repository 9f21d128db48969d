package io.sentimentstreams.app.admin;

/**
 * The largest records that the written topics take.
 *
 * @param scores bytes of the largest score
 * @param deadLetters bytes of the largest dead letter
 */
public record TopicLimits(int scores, int deadLetters) {

  /** The larger of both. */
  public int largest() {
    return Math.max(scores, deadLetters);
  }
}
