package io.sentimentstreams.trainer.evaluate;

import java.util.List;

/**
 * Probabilities of the labels with the true label.
 *
 * @param probabilities one per label, each 0 to 1
 * @param label index of the true label
 */
public record ClassPrediction(List<Double> probabilities, int label) {

  public ClassPrediction {
    probabilities = List.copyOf(probabilities);
    if (label < 0 || label >= probabilities.size()) {
      throw new IllegalArgumentException(
          "Invalid label: %d. Use 0 to %d.".formatted(label, probabilities.size() - 1));
    }
    for (double probability : probabilities) {
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException(
            "Invalid probability: %s. Use a number from 0 to 1.".formatted(probability));
      }
    }
  }

  /** Returns the most probable label, the first one in a tie. */
  public int predicted() {
    int predicted = 0;
    for (int i = 1; i < probabilities.size(); i++) {
      predicted = probabilities.get(i) > probabilities.get(predicted) ? i : predicted;
    }
    return predicted;
  }

  /** Returns the probability of the most probable label. */
  public double confidence() {
    return probabilities.get(predicted());
  }

  /** Returns whether the most probable label is the true one. */
  public boolean isCorrect() {
    return predicted() == label;
  }
}
