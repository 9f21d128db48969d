package io.sentimentstreams.trainer.train;

import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import io.sentimentstreams.trainer.train.PretrainedVectors.Tuning;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Layout of a network's weights in one flat array of parameters. Immutable. */
final class ParameterLayout {

  private final Network network;
  private final Map<String, Integer> offsets = new LinkedHashMap<>();
  private final int size;
  private final Tuning embeddingTuning;

  /** Creates a layout with trained embeddings. */
  ParameterLayout(Network network) {
    this(network, Tuning.FINE_TUNED);
  }

  /**
   * Creates a layout.
   *
   * @param embeddingTuning whether the embeddings are trained
   */
  ParameterLayout(Network network, Tuning embeddingTuning) {
    this.network = network;
    this.embeddingTuning = embeddingTuning;
    int next = 0;
    for (WeightSpec spec : network.weights()) {
      offsets.put(spec.name(), next);
      next = Math.addExact(next, Math.toIntExact(spec.size()));
    }
    size = next;
  }

  Network network() {
    return network;
  }

  /** Returns whether the embeddings are trained. */
  Tuning embeddingTuning() {
    return embeddingTuning;
  }

  /** Returns the offset of the embeddings. */
  int embeddingOffset() {
    return offset(network.embedding().name() + "/embeddings");
  }

  /** Returns the number of parameters. */
  int size() {
    return size;
  }

  /** Returns the offset of a weight. */
  int offset(String weight) {
    Integer offset = offsets.get(weight);
    if (offset == null) {
      throw new IllegalArgumentException(
          "Unknown weight: %s. Use a weight of the network.".formatted(weight));
    }
    return offset;
  }

  /** Copies parameters to a model. */
  Model model(float[] parameters) {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (WeightSpec spec : network.weights()) {
      int from = offset(spec.name());
      int to = from + Math.toIntExact(spec.size());
      weights.put(spec.name(), new Tensor(spec.shape(), Arrays.copyOfRange(parameters, from, to)));
    }
    return new Model(network, weights);
  }

  /** Copies a model's weights to an array of parameters. */
  float[] parameters(Model model) {
    float[] parameters = new float[size];
    offsets.forEach(
        (name, from) -> {
          float[] weight = model.weight(name);
          System.arraycopy(weight, 0, parameters, from, weight.length);
        });
    return parameters;
  }
}
