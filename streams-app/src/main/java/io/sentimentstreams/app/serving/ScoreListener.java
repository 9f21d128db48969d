package io.sentimentstreams.app.serving;

import io.sentimentstreams.schemas.ReviewScore;

/**
 * Receives each score when it is made, including scores whose transaction is aborted later. Every
 * stream thread calls it: implementations must be thread-safe and fast.
 */
@FunctionalInterface
public interface ScoreListener {

  /**
   * Receives a score.
   *
   * @param score the record to be written; must not be changed
   * @param text of the review
   */
  void scored(ReviewScore score, String text);

  /** Returns a listener that does nothing. */
  static ScoreListener none() {
    return (score, text) -> {};
  }
}
