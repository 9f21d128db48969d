package io.sentimentstreams.model.decision;

import java.util.List;
import java.util.Optional;

/**
 * The answer of a model to one text.
 *
 * @param label one of the model's labels; empty if the model abstains
 * @param probabilities of all labels in the model's order; empty if the network was not asked
 * @param score 0 to 1: P(positive) for two labels, the expected position on the scale for ordered
 *     ones; empty for labels without an order, and if the network was not asked
 * @param abstained the reason why there is no label; empty if there is one
 */
public record Decision(
    Optional<String> label,
    List<Double> probabilities,
    Optional<Double> score,
    Optional<AbstainReason> abstained) {

  public Decision {
    probabilities = List.copyOf(probabilities);
    if (label.isPresent() == abstained.isPresent()) {
      throw new IllegalArgumentException("a decision has either a label or a reason for none");
    }
  }

  /** Returns a decision without asking the network. */
  public static Decision abstained(AbstainReason reason) {
    return new Decision(Optional.empty(), List.of(), Optional.empty(), Optional.of(reason));
  }
}
