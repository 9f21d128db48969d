package io.sentimentstreams.model.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rule from the probabilities of a text to its label. Training measures it and serving applies
 * it. Immutable and thread-safe.
 */
public final class DecisionRule {

  private final Task task;
  private final List<String> labels;
  private final double threshold;
  private final AbstainRules abstain;

  /**
   * Creates a rule.
   *
   * @param labels of the model, in its order; of two, negative and positive
   * @param threshold the lowest score of the positive one of two labels
   * @param abstain when there is no label
   */
  public DecisionRule(Task task, List<String> labels, double threshold, AbstainRules abstain) {
    this.task = task;
    this.labels = List.copyOf(labels);
    this.threshold = threshold;
    this.abstain = abstain;
  }

  /** Returns when there is no label. */
  public AbstainRules abstain() {
    return abstain;
  }

  /**
   * Returns the decision on a text that the network should not be asked about.
   *
   * @param tokens number of tokens in the text
   * @param unknown number of those that are not in the vocabulary
   * @return empty if the network should be asked
   */
  public Optional<Decision> withoutNetwork(int tokens, int unknown) {
    boolean tooMany =
        abstain.unknownShare().isPresent() && unknown > abstain.unknownShare().get() * tokens;
    return unknown >= tokens || tooMany
        ? Optional.of(Decision.abstained(AbstainReason.OUT_OF_VOCABULARY))
        : Optional.empty();
  }

  /**
   * Returns the decision on the probabilities of a text.
   *
   * @param probabilities of the labels, in their order
   * @throws IllegalArgumentException if one is not 0 to 1, such as NaN of an overflow
   */
  public Decision decide(double[] probabilities) {
    if (probabilities.length != labels.size()) {
      throw new IllegalArgumentException(
          "there must be %d probabilities, were %d".formatted(labels.size(), probabilities.length));
    }
    for (double each : probabilities) {
      // A comparison with NaN is false, so that a network that overflows would get a label.
      if (!(each >= 0 && each <= 1)) {
        throw new IllegalArgumentException("a probability must be 0 to 1, was " + each);
      }
    }
    int best = best(probabilities);
    Optional<AbstainReason> reason =
        isConfident(probabilities, best)
            ? Optional.empty()
            : Optional.of(AbstainReason.LOW_CONFIDENCE);
    List<Double> all = new ArrayList<>(probabilities.length);
    for (double each : probabilities) {
      all.add(each);
    }
    return new Decision(
        reason.isPresent() ? Optional.empty() : Optional.of(labels.get(best)),
        all,
        score(probabilities),
        reason);
  }

  /** Returns the index of the label if the model did not abstain: the first of the best. */
  public int best(double[] probabilities) {
    if (task == Task.BINARY) {
      return probabilities[1] >= threshold ? 1 : 0;
    }
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    return best;
  }

  private boolean isConfident(double[] probabilities, int best) {
    if (task == Task.BINARY) {
      return abstain.band().isEmpty()
          || abstain.band().get().isEmpty()
          || !abstain.band().get().contains(probabilities[1]);
    }
    return abstain.confidence().isEmpty()
        || probabilities[best] >= abstain.confidence().get().probability();
  }

  /**
   * Returns the score, 0 to 1: P(positive), or the expected position on the scale; empty for labels
   * without an order.
   */
  public Optional<Double> score(double[] probabilities) {
    return switch (task) {
      case BINARY -> Optional.of(probabilities[1]);
      case ORDERED -> Optional.of(expectedPosition(probabilities));
      case NOMINAL -> Optional.empty();
    };
  }

  private static double expectedPosition(double[] probabilities) {
    double sum = 0;
    for (int i = 1; i < probabilities.length; i++) {
      sum += probabilities[i] * i;
    }
    // The sum of probabilities is 1 but for rounding.
    return Math.min(1, sum / (probabilities.length - 1));
  }
}
