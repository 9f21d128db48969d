package io.sentimentstreams.app.topology;

import io.sentimentstreams.app.review.UnscorableRecordException;
import io.sentimentstreams.app.serving.ScoreListener;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;

/** Scores reviews and shows the scores to a listener. Not thread-safe: one per task. */
public final class ReviewScorer {

  private final ModelScorer model;
  private final ScoreListener listener;

  /**
   * Creates a scorer.
   *
   * @param model scores every review; used by this object alone
   * @param listener called for each score
   */
  public ReviewScorer(ModelScorer model, ScoreListener listener) {
    this.model = model;
    this.listener = listener;
  }

  /**
   * Returns the score of a review.
   *
   * @param review its text is not blank
   * @param timestamp of its record, milliseconds since 1970
   * @throws UnscorableRecordException if the model fails on the text
   */
  ReviewScore score(ReviewEvent review, long timestamp) {
    ReviewScore score = model.score(review, timestamp);
    listener.scored(score, review.getText());
    return score;
  }
}
