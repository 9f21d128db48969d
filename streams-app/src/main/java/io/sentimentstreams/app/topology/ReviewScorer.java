package io.sentimentstreams.app.topology;

import io.sentimentstreams.app.metrics.ScoringMeters;
import io.sentimentstreams.app.review.DeadLetterReason;
import io.sentimentstreams.app.review.UnscorableRecordException;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.model.scoring.ScoredText;
import io.sentimentstreams.model.text.EncodedText;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.SentimentLabel;
import io.sentimentstreams.schemas.TokenCounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** Turns reviews into scores. Not thread-safe: one per thread. */
final class ReviewScorer {

  private final ActiveModel model;
  private final Function<String, EncodedText> tokenizer;
  private final Function<EncodedText, ScoredText> network;
  private final ScoringMeters meters;
  private final Clock clock;
  private final ScoreListener listener;

  /**
   * Scores with one model.
   *
   * @param model whose name and labels the scores have
   * @param tokenizer the model's way from a text to token indices, used by this thread alone
   * @param network the model's way from there to a score, used by this thread alone
   * @param meters what counts
   * @param clock what tells when a score was made
   * @param listener what hears of it
   */
  ReviewScorer(
      ActiveModel model,
      Function<String, EncodedText> tokenizer,
      Function<EncodedText, ScoredText> network,
      ScoringMeters meters,
      Clock clock,
      ScoreListener listener) {
    this.model = model;
    this.tokenizer = tokenizer;
    this.network = network;
    this.meters = meters;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * The score of a review.
   *
   * @param review with a text that is not blank
   * @param timestamp of its record, milliseconds since 1970
   * @throws UnscorableRecordException if the model fails on its text
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
      EncodedText encoded = meters.timeTokenizing(() -> tokenizer.apply(text));
      return meters.timeScoring(() -> network.apply(encoded));
    } catch (RuntimeException e) {
      throw new UnscorableRecordException(
          DeadLetterReason.SCORING_FAILED, "the model failed on the text: " + e, e);
    }
  }
}
