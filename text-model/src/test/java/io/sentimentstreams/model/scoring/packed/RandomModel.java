package io.sentimentstreams.model.scoring.packed;

import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Network with given layers between an embedding and a dense layer, and random weights. */
public final class RandomModel {

  static final int VOCABULARY = 11;
  private static final int WIDTH = 3;

  private RandomModel() {}

  public static Model of(boolean maskZero, Layer... middle) {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Embedding("embedding", VOCABULARY, WIDTH, maskZero));
    layers.addAll(Arrays.asList(middle));
    layers.add(new Dense("output", 1, Dense.Activation.SIGMOID));
    Network network = new Network(layers);
    SplittableRandom random = new SplittableRandom(network.hashCode());
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (WeightSpec spec : network.weights()) {
      float[] data = new float[(int) spec.size()];
      for (int i = 0; i < data.length; i++) {
        data[i] = (float) (2 * random.nextDouble() - 1);
      }
      weights.put(spec.name(), new Tensor(spec.shape(), data));
    }
    return new Model(network, weights);
  }
}
