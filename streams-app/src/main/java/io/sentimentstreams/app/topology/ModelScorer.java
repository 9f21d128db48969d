package io.sentimentstreams.app.topology;

import io.sentimentstreams.app.metrics.ModelMeters;
import io.sentimentstreams.app.review.DeadLetterReason;
import io.sentimentstreams.app.review.UnscorableRecordException;
import io.sentimentstreams.app.serving.ActiveModel;
import io.sentimentstreams.model.decision.Decision;
import io.sentimentstreams.model.decision.DecisionRule;
import io.sentimentstreams.model.scoring.TextScorer;
import io.sentimentstreams.model.text.EncodedText;
import io.sentimentstreams.schemas.AbstainReason;
import io.sentimentstreams.schemas.LabelProbability;
import io.sentimentstreams.schemas.ModelReference;
import io.sentimentstreams.schemas.ReviewEvent;
import io.sentimentstreams.schemas.ReviewScore;
import io.sentimentstreams.schemas.TokenCounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Scores reviews with one model. Not thread-safe: one per task. */
public final class ModelScorer {

  private final String description;
  private final ModelReference reference;
  private final List<String> labels;
  private final DecisionRule rule;
  private final TextScorer scorer;
  private final ModelMeters meters;
  private final Clock clock;
  private final double[] probabilities;

  /**
   * Creates a scorer.
   *
   * @param model the model's name, version, labels and decision rule
   * @param scorer the model's tokenizer and network; used by this object alone
   * @param meters records times and counts
   * @param clock the time of each score
   */
  public ModelScorer(ActiveModel model, TextScorer scorer, ModelMeters meters, Clock clock) {
    description = model.description();
    reference = model.reference();
    labels = model.labels();
    rule = model.rule();
    this.scorer = scorer;
    this.meters = meters;
    this.clock = clock;
    probabilities = new double[labels.size()];
  }

  /**
   * Returns the tokens of a text.
   *
   * @throws UnscorableRecordException if the model fails on the text
   */
  EncodedText encode(String text) {
    try {
      long start = meters.now();
      EncodedText encoded = scorer.encode(text);
      meters.tokenized(start);
      return encoded;
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  /**
   * Returns the score of a review: with a label, or with the reason for none.
   *
   * @param review its text is not blank
   * @param text the result of {@link #encode}
   * @param language of the text, if it is known
   * @param timestamp of its record, milliseconds since 1970
   * @throws UnscorableRecordException if the model fails on the text
   */
  ReviewScore score(
      ReviewEvent review, EncodedText text, Optional<String> language, long timestamp) {
    Decision decision;
    try {
      decision = decide(text);
    } catch (RuntimeException e) {
      throw failed(e);
    }
    Instant now = Instant.ofEpochMilli(clock.millis());
    meters.scored(decision, text, Duration.ofMillis(now.toEpochMilli() - timestamp));
    return new ReviewScore(
        review.getReviewId(),
        review.getItemId(),
        decision.label().orElse(null),
        byLabel(decision.probabilities()),
        decision.score().orElse(null),
        decision.abstained().map(ModelScorer::reason).orElse(null),
        language.orElse(null),
        reference,
        new TokenCounts(text.tokens(), text.outOfVocabulary(), text.truncated()),
        review.getOccurredAt(),
        now);
  }

  private UnscorableRecordException failed(RuntimeException cause) {
    return new UnscorableRecordException(
        DeadLetterReason.SCORING_FAILED,
        "The model failed on the text: %s. Report it with this text and the bundle's version."
            .formatted(cause),
        cause,
        Optional.of(description));
  }

  private Decision decide(EncodedText text) {
    Optional<Decision> early = rule.withoutNetwork(text.tokens(), text.outOfVocabulary());
    if (early.isPresent()) {
      return early.get();
    }
    long start = meters.now();
    scorer.classify(text, probabilities);
    meters.ranNetwork(start);
    return rule.decide(probabilities);
  }

  private List<LabelProbability> byLabel(List<Double> values) {
    List<LabelProbability> all = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      all.add(new LabelProbability(labels.get(i), values.get(i)));
    }
    return all;
  }

  private static AbstainReason reason(io.sentimentstreams.model.decision.AbstainReason reason) {
    return switch (reason) {
      case LOW_CONFIDENCE -> AbstainReason.LOW_CONFIDENCE;
      case OUT_OF_VOCABULARY -> AbstainReason.OUT_OF_VOCABULARY;
      case UNSUPPORTED_LANGUAGE -> AbstainReason.UNSUPPORTED_LANGUAGE;
    };
  }
}
