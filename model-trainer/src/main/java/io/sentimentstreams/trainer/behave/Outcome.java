package io.sentimentstreams.trainer.behave;

import com.fasterxml.jackson.annotation.JsonValue;
import io.sentimentstreams.trainer.behave.suite.Expectation;
import java.util.Locale;
import java.util.Optional;

/** The result of a case. */
public enum Outcome {
  PASSED,
  FAILED,
  /** No label where a positive or a negative answer is expected; does not count as passed. */
  ABSTAINED;

  /** Lowest uncertain score. */
  private static final double UNCERTAIN_LOW = 0.25;

  /** Highest uncertain score. */
  private static final double UNCERTAIN_HIGH = 0.75;

  /**
   * Returns the result of a case.
   *
   * @param partner answer to the partner; present if the expectation is {@code SAME}
   */
  static Outcome of(Expectation expectation, Answer answer, Optional<Answer> partner) {
    return switch (expectation) {
      case POSITIVE -> label(answer, Polarity.POSITIVE);
      case NEGATIVE -> label(answer, Polarity.NEGATIVE);
      case NOT_NEGATIVE -> passed(!answer.polarity().equals(Optional.of(Polarity.NEGATIVE)));
      case NOT_POSITIVE -> passed(!answer.polarity().equals(Optional.of(Polarity.POSITIVE)));
      case UNCERTAIN ->
          passed(answer.abstains() || answer.score().filter(Outcome::isUncertain).isPresent());
      case SAME -> passed(answer.polarity().equals(partner.orElseThrow().polarity()));
      case NO_ANSWER -> passed(answer.abstains());
    };
  }

  private static boolean isUncertain(double score) {
    return score >= UNCERTAIN_LOW && score <= UNCERTAIN_HIGH;
  }

  private static Outcome label(Answer answer, Polarity expected) {
    return answer.abstains() ? ABSTAINED : passed(answer.polarity().get() == expected);
  }

  private static Outcome passed(boolean passed) {
    return passed ? PASSED : FAILED;
  }

  @JsonValue
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
