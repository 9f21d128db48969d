package io.sentimentstreams.app.topology;

import io.sentimentstreams.schemas.ReviewScore;

/**
 * Hears of scores when they are made, also of those whose transaction is rolled back later. Called
 * by every thread that scores: must be thread-safe and quick.
 */
@FunctionalInterface
public interface ScoreListener {

  /**
   * A review was scored.
   *
   * @param score what is written; not to be changed
   * @param text of the review
   */
  void scored(ReviewScore score, String text);

  /** Hears nothing. */
  static ScoreListener none() {
    return (score, text) -> {};
  }
}
