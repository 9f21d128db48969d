package io.sentimentstreams.app.topology;

import io.sentimentstreams.app.metrics.LanguageMeters;
import io.sentimentstreams.app.review.DeadLetterReason;
import io.sentimentstreams.app.review.UnscorableRecordException;
import io.sentimentstreams.app.serving.ScoreListener;
import io.sentimentstreams.model.language.LanguageChoice;
import io.sentimentstreams.model.language.LanguageRouter;
import io.sentimentstreams.model.text.EncodedText;
import io.sentimentstreams.schemas.AbstainReason;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Scores each review with the model of its language, and shows the scores to a listener. Not
 * thread-safe: one per task.
 */
public final class ReviewScorer {

  private final LanguageRouter router;
  private final Map<String, ModelScorer> models;
  private final LanguageMeters meters;
  private final Clock clock;
  private final ScoreListener listener;

  /**
   * Creates a scorer.
   *
   * @param router selects a route
   * @param models by route; used by this object alone
   * @param meters counts languages
   * @param clock the time of a score without a model
   * @param listener called for each score
   */
  public ReviewScorer(
      LanguageRouter router,
      Map<String, ModelScorer> models,
      LanguageMeters meters,
      Clock clock,
      ScoreListener listener) {
    this.router = router;
    this.models = Map.copyOf(models);
    this.meters = meters;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Returns the score of a review.
   *
   * @param review its text is not blank
   * @param timestamp of its record, milliseconds since 1970
   * @throws UnscorableRecordException if the model or the detector fails on the text
   */
  ReviewScore score(ReviewEvent review, long timestamp) {
    String tag = review.getLanguage() == null ? "" : review.getLanguage();
    ReviewScore score = score(review, choose(tag, review.getText()), timestamp);
    listener.scored(score, review.getText());
    return score;
  }

  private ReviewScore score(ReviewEvent review, LanguageChoice choice, long timestamp) {
    if (choice.route().isEmpty()) {
      return unsupported(review, choice, timestamp);
    }
    ModelScorer model = model(choice.route().get());
    EncodedText text = model.encode(review.getText());
    LanguageChoice confirmed = confirm(choice, review.getText(), text);
    if (!confirmed.route().equals(choice.route())) {
      // The other route is not assumed, so that this happens once.
      return score(review, confirmed, timestamp);
    }
    meters.routed(confirmed);
    return model.score(review, text, confirmed.language(), timestamp);
  }

  private LanguageChoice choose(String tag, String text) {
    try {
      return router.choose(tag, text);
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  private LanguageChoice confirm(LanguageChoice choice, String text, EncodedText encoded) {
    try {
      return router.confirm(choice, text, encoded.tokens(), encoded.outOfVocabulary());
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  private static UnscorableRecordException failed(RuntimeException cause) {
    return new UnscorableRecordException(
        DeadLetterReason.SCORING_FAILED,
        "The language detector failed on the text: %s. Report it with this text, or send its"
                .formatted(cause)
            + " language.",
        cause);
  }

  private ModelScorer model(String route) {
    ModelScorer model = models.get(route);
    if (model == null) {
      throw new IllegalStateException("No model for route: " + route + ".");
    }
    return model;
  }

  private ReviewScore unsupported(ReviewEvent review, LanguageChoice choice, long timestamp) {
    Instant now = Instant.ofEpochMilli(clock.millis());
    meters.unsupported(choice, Duration.ofMillis(now.toEpochMilli() - timestamp));
    return new ReviewScore(
        review.getReviewId(),
        review.getItemId(),
        null,
        List.of(),
        null,
        AbstainReason.UNSUPPORTED_LANGUAGE,
        choice.language().orElse(null),
        null,
        null,
        review.getOccurredAt(),
        now);
  }
}
