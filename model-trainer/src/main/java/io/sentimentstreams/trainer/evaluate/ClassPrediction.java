package io.sentimentstreams.trainer.evaluate;

import java.util.List;

/**
 * The probability of each label beside the truth.
 *
 * @param probabilities of each label, each 0 to 1
 * @param label what the author meant, an index of them
 */
public record ClassPrediction(List<Double> probabilities, int label) {

  public ClassPrediction {
    probabilities = List.copyOf(probabilities);
    if (label < 0 || label >= probabilities.size()) {
      throw new IllegalArgumentException(
          "a label must be 0 to %d, was %d".formatted(probabilities.size() - 1, label));
    }
    for (double probability : probabilities) {
      if (!(probability >= 0 && probability <= 1)) {
        throw new IllegalArgumentException("a probability must be 0 to 1, was " + probability);
      }
    }
  }

  /** The most probable label; of equally probable ones the first. */
  int predicted() {
    int said = 0;
    for (int i = 1; i < probabilities.size(); i++) {
      said = probabilities.get(i) > probabilities.get(said) ? i : said;
    }
    return said;
  }
}
