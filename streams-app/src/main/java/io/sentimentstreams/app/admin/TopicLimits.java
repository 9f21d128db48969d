package io.sentimentstreams.app.admin;

/**
 * The maximum sizes of records of the written topics.
 *
 * @param scores bytes of a score
 * @param deadLetters bytes of a dead letter
 */
public record TopicLimits(int scores, int deadLetters) {

  /** Returns the larger of both. */
  public int largest() {
    return Math.max(scores, deadLetters);
  }
}
