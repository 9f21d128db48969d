package io.sentimentstreams.trainer.behave;

import static org.assertj.core.api.Assertions.assertThat;

import io.sentimentstreams.trainer.behave.suite.Expectation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {

  /** An empty polarity is an abstention. */
  @ParameterizedTest
  @CsvSource({
    "POSITIVE, POSITIVE, 0.9, PASSED",
    "POSITIVE, NEGATIVE, 0.1, FAILED",
    "POSITIVE, NEUTRAL, 0.5, FAILED",
    "POSITIVE, , 0.6, ABSTAINED",
    "NEGATIVE, NEGATIVE, 0.1, PASSED",
    "NEGATIVE, POSITIVE, 0.9, FAILED",
    "NEGATIVE, , , ABSTAINED",
    "NOT_NEGATIVE, POSITIVE, 0.9, PASSED",
    "NOT_NEGATIVE, NEUTRAL, 0.5, PASSED",
    "NOT_NEGATIVE, , , PASSED",
    "NOT_NEGATIVE, NEGATIVE, 0.4, FAILED",
    "NOT_POSITIVE, NEGATIVE, 0.4, PASSED",
    "NOT_POSITIVE, , , PASSED",
    "NOT_POSITIVE, POSITIVE, 0.6, FAILED",
    "UNCERTAIN, , 0.99, PASSED",
    "UNCERTAIN, POSITIVE, 0.75, PASSED",
    "UNCERTAIN, NEGATIVE, 0.25, PASSED",
    "UNCERTAIN, POSITIVE, 0.76, FAILED",
    "UNCERTAIN, NEGATIVE, 0.24, FAILED",
    "NO_ANSWER, , , PASSED",
    "NO_ANSWER, POSITIVE, 0.5, FAILED"
  })
  void expectationsDecide(
      Expectation expectation,
      @Nullable Polarity polarity,
      @Nullable Double score,
      Outcome expected) {
    assertThat(Outcome.of(expectation, answer(polarity, score), Optional.empty()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "POSITIVE, 0.9, POSITIVE, 0.6, PASSED",
    "POSITIVE, 0.6, NEGATIVE, 0.4, FAILED",
    ", 0.5, , 0.6, PASSED",
    ", 0.5, POSITIVE, 0.6, FAILED"
  })
  void pairsNeedTheSameLabelAndAbstention(
      @Nullable Polarity polarity,
      double score,
      @Nullable Polarity partner,
      double partnerScore,
      Outcome expected) {
    assertThat(
            Outcome.of(
                Expectation.SAME,
                answer(polarity, score),
                Optional.of(answer(partner, partnerScore))))
        .isEqualTo(expected);
  }

  @Test
  void positionsOnAScaleHaveASentiment() {
    assertThat(Polarity.ofPosition(0.39)).isEqualTo(Polarity.NEGATIVE);
    assertThat(Polarity.ofPosition(0.4)).isEqualTo(Polarity.NEUTRAL);
    assertThat(Polarity.ofPosition(0.6)).isEqualTo(Polarity.NEUTRAL);
    assertThat(Polarity.ofPosition(0.61)).isEqualTo(Polarity.POSITIVE);
  }

  private static Answer answer(@Nullable Polarity polarity, @Nullable Double score) {
    return new Answer(Optional.ofNullable(polarity), Optional.ofNullable(score));
  }
}
