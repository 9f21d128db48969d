package io.sentimentstreams.trainer.behave.suite;

import java.util.Optional;

/**
 * A text with its expected answer.
 *
 * @param id language, file, and the numbers of the template and of its expansion
 * @param text the text, not blank
 * @param partner text with the same meaning; present if and only if its answer is expected
 * @param regression whether a failure is listed as a known failure
 */
public record BehaviourCase(
    String id,
    Capability capability,
    Expectation expectation,
    String text,
    Optional<String> partner,
    boolean regression) {

  public BehaviourCase {
    if (text.isBlank()) {
      throw new IllegalArgumentException("Blank text of case: %s. Add words.".formatted(id));
    }
    if (partner.isPresent() != (expectation == Expectation.SAME)) {
      throw new IllegalArgumentException(
          "Invalid partner of case: %s. Only 'same' has one.".formatted(id));
    }
    if (partner.isPresent() && partner.get().equals(text)) {
      throw new IllegalArgumentException(
          "Partner equals the text of case: %s. Change one.".formatted(id));
    }
  }
}
