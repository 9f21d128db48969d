package io.sentimentstreams.trainer.behave;

import java.util.Locale;
import java.util.Optional;

/**
 * The answer of a model to a text.
 *
 * @param polarity sentiment of the label; empty if the model abstains
 * @param score 0 (negative) to 1 (positive); empty if the model did not compute one
 */
public record Answer(Optional<Polarity> polarity, Optional<Double> score) {

  private static final double MIDDLE = 0.5;

  public Answer {
    score.ifPresent(
        value -> {
          if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                "Invalid score: %s. Use a number from 0 to 1.".formatted(value));
          }
        });
  }

  /** Returns the answer of a model that always answers, with a threshold of 0.5. */
  static Answer ofScore(double score) {
    return new Answer(
        Optional.of(score >= MIDDLE ? Polarity.POSITIVE : Polarity.NEGATIVE), Optional.of(score));
  }

  /** Returns whether the model gives no label. */
  public boolean abstains() {
    return polarity.isEmpty();
  }

  /** Returns the distance of the score from the middle, 0 to 1; 0 without a score. */
  double confidence() {
    return score.map(value -> Math.abs(value - MIDDLE) / MIDDLE).orElse(0.0);
  }

  /** Returns the answer in words, such as {@code positive 0.9312}. */
  public String toText() {
    return polarity.map(Polarity::toString).orElse("no label")
        + score.map(value -> String.format(Locale.ROOT, " %.4f", value)).orElse("");
  }
}
