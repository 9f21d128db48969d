package io.sentimentstreams.benchmarks.engine;

import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Recurrent;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Network with an embedding, a recurrent layer and a sigmoid unit, and reproducible random weights.
 *
 * @param recurrent layer
 * @param vocabulary number of tokens of the embedding
 * @param width width of the embedding's vectors
 * @param maskZero whether zeros are padding
 */
public record SyntheticNetwork(Recurrent recurrent, int vocabulary, int width, boolean maskZero) {

  private static final long SEED = 20;

  /** Returns the network with its weights, which are larger for units with fewer inputs. */
  public Model model() {
    Network network =
        new Network(
            List.of(
                new Embedding("embedding", vocabulary, width, maskZero),
                recurrent,
                new Dense("dense", 1, Dense.Activation.SIGMOID)));
    SplittableRandom random = new SplittableRandom(SEED);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (WeightSpec spec : network.weights()) {
      boolean embeds = spec.name().equals("embedding/embeddings");
      double scale = embeds ? 1 : 1 / Math.sqrt(spec.shape().get(0));
      float[] data = new float[Math.toIntExact(spec.size())];
      for (int i = 0; i < data.length; i++) {
        data[i] = (float) random.nextDouble(-scale, scale);
      }
      weights.put(spec.name(), new Tensor(spec.shape(), data));
    }
    return new Model(network, weights);
  }
}
