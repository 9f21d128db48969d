package io.sentimentstreams.trainer.behave;

import io.sentimentstreams.trainer.behave.suite.BehaviourCase;
import java.util.Optional;

/**
 * A case with the answer of a model.
 *
 * @param tested the case
 * @param answer answer to its text
 * @param partner answer to its partner, if it has one
 * @param outcome result
 */
public record CaseResult(
    BehaviourCase tested, Answer answer, Optional<Answer> partner, Outcome outcome) {

  /** Returns the result of a case. */
  static CaseResult of(BehaviourCase tested, Answer answer, Optional<Answer> partner) {
    return new CaseResult(
        tested, answer, partner, Outcome.of(tested.expectation(), answer, partner));
  }

  /** Returns whether the case passed. */
  public boolean passed() {
    return outcome == Outcome.PASSED;
  }

  /** Returns how far the answer is from being uncertain, 0 to 1; of a pair, the larger one. */
  double confidence() {
    return Math.max(answer.confidence(), partner.map(Answer::confidence).orElse(0.0));
  }
}
