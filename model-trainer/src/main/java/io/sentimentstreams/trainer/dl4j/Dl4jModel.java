package io.sentimentstreams.trainer.dl4j;

import io.sentimentstreams.model.network.Model;
import java.util.List;

/**
 * A model imported from a file of Deeplearning4j.
 *
 * @param model layers with an effect outside of training, with their weights
 * @param trainingOnlyLayers ignored layers, which have no effect outside of training
 * @param sha256 digest of the file, 64 lower-case hexadecimal digits
 * @param comparison comparison of the model's scores with those of {@code
 *     MultiLayerNetwork.output()}
 */
public record Dl4jModel(
    Model model, List<String> trainingOnlyLayers, String sha256, Comparison comparison) {

  public Dl4jModel {
    trainingOnlyLayers = List.copyOf(trainingOnlyLayers);
  }

  /**
   * A comparison of scores.
   *
   * @param sequences number of random sequences
   * @param largestDifference largest absolute difference of a score
   */
  public record Comparison(int sequences, double largestDifference) {}
}
