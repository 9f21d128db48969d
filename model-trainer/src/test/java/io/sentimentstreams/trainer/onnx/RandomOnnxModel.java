package io.sentimentstreams.trainer.onnx;

import io.sentimentstreams.model.network.Dense;
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
import java.util.SplittableRandom;

/** Networks with random weights that are large enough for diverse scores. */
final class RandomOnnxModel {

  /** Number of token indices. */
  static final int VOCABULARY = 40;

  private RandomOnnxModel() {}

  /** Creates a network of an embedding, given layers and one sigmoid unit. */
  static Model of(boolean maskZero, List<Layer> between) {
    return of(maskZero, between, 2);
  }

  /** Creates such a network with one softmax unit per class for more than two classes. */
  static Model of(boolean maskZero, List<Layer> between, int classes) {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Embedding("embedding", VOCABULARY, 7, maskZero));
    layers.addAll(between);
    layers.add(new Dense("score", 1, Dense.Activation.SIGMOID));
    Network network = new Network(layers).withClasses(classes);
    SplittableRandom random = new SplittableRandom(between.hashCode());
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (WeightSpec spec : network.weights()) {
      float[] data = new float[(int) spec.size()];
      for (int i = 0; i < data.length; i++) {
        data[i] = (float) (1.6 * random.nextDouble() - 0.8);
      }
      weights.put(spec.name(), new Tensor(spec.shape(), data));
    }
    return new Model(network, weights);
  }
}
