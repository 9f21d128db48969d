package io.sentimentstreams.trainer.dl4j;

import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model imported from a file of Deeplearning4j.
 *
 * @param model layers with an effect outside of training, with their weights; index 0 is a token
 *     like any other
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
   * Returns the model for other token indices.
   *
   * @param rows row of the embedding for each index, or -1 for zeros
   * @param maskZero whether texts are scored without padding
   */
  public Model model(int[] rows, boolean maskZero) {
    Embedding embedding = model.network().embedding();
    Embedding changed =
        new Embedding(embedding.name(), rows.length, embedding.outputDim(), maskZero);
    List<Layer> layers = new ArrayList<>(model.network().layers());
    layers.set(0, changed);
    WeightSpec spec = changed.weights(1).get(0);
    Map<String, Tensor> weights = new LinkedHashMap<>(model.weights());
    weights.put(
        spec.name(),
        new Tensor(spec.shape(), moved(model.weight(spec.name()), rows, changed.outputDim())));
    return new Model(new Network(layers), weights);
  }

  private static float[] moved(float[] vectors, int[] rows, int width) {
    float[] moved = new float[rows.length * width];
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] >= 0) {
        System.arraycopy(vectors, rows[row] * width, moved, row * width, width);
      }
    }
    return moved;
  }

  /**
   * A comparison of scores.
   *
   * @param sequences number of random sequences
   * @param largestDifference largest absolute difference of a score
   */
  public record Comparison(int sequences, double largestDifference) {}
}
