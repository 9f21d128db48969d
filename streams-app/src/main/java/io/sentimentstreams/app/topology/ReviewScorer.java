package io.sentimentstreams.app.topology;

import io.sentimentstreams.app.metrics.ScoringMeters;
import io.sentimentstreams.app.review.DeadLetterReason;
import io.sentimentstreams.app.review.UnscorableRecordException;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.app.serving.ScoreListener;
import io.sentimentstreams.model.scoring.ScoredText;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.text.EncodedText;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.SentimentLabel;
import io.sentimentstreams.schemas.TokenCounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Scores reviews. Not thread-safe: one per task. */
public final class ReviewScorer {

  private final ActiveModel model;
  private final TextScorer scorer;
  private final ScoringMeters meters;
  private final Clock clock;
  private final ScoreListener listener;

  /**
   * Creates a scorer.
   *
   * @param model the model's name, version and label rule
   * @param scorer the model's tokenizer and network; used by this object alone
   * @param meters records times and counts
   * @param clock the time of each score
   * @param listener called for each score
   */
  public ReviewScorer(
      ActiveModel model,
      TextScorer scorer,
      ScoringMeters meters,
      Clock clock,
      ScoreListener listener) {
    this.model = model;
    this.scorer = scorer;
    this.meters = meters;
    this.clock = clock;
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
    ScoredText text = score(review.getText());
    SentimentLabel label = model.label(text.score());
    Instant now = Instant.ofEpochMilli(clock.millis());
    meters.scored(label, text, Duration.ofMillis(now.toEpochMilli() - timestamp));
    ReviewScore score =
        new ReviewScore(
            review.getReviewId(),
            review.getItemId(),
            text.score(),
            label,
            model.reference(),
            new TokenCounts(text.tokens(), text.outOfVocabulary(), text.truncated()),
            review.getOccurredAt(),
            now);
    listener.scored(score, review.getText());
    return score;
  }

  private ScoredText score(String text) {
    try {
      long start = meters.now();
      EncodedText encoded = scorer.encode(text);
      long tokenized = meters.tokenized(start);
      ScoredText scored = scorer.score(encoded);
      meters.ranNetwork(tokenized);
      return scored;
    } catch (RuntimeException e) {
      throw new UnscorableRecordException(
          DeadLetterReason.SCORING_FAILED,
          "The model failed on the text: %s. Report it with this text and the bundle's version."
              .formatted(e),
          e);
    }
  }
}
