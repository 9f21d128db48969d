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
}
