package io.sentimentstreams.trainer.keras;

import java.util.List;

/**
 * A text with the probabilities of Keras.
 *
 * @param text sample text
 * @param probabilities one per output of the network
 */
record KerasTextSample(String text, List<Double> probabilities) {

  KerasTextSample {
    probabilities = List.copyOf(probabilities);
  }

  /** Returns the maximum absolute difference of two lists of equal size. */
  static double difference(List<Double> expected, List<Double> found) {
    double difference = 0;
    for (int i = 0; i < expected.size(); i++) {
      difference = Math.max(difference, Math.abs(found.get(i) - expected.get(i)));
    }
    return difference;
  }
}
