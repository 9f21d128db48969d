package io.sentimentstreams.trainer.train;

import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.Tensor;
import io.sentimentstreams.model.network.WeightSpec;
import io.sentimentstreams.trainer.train.PretrainedVectors.Tuning;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where each weight of a network stands in one flat array of parameters. Immutable. */
final class ParameterLayout {

  private final Network network;
  private final Map<String, Integer> offsets = new LinkedHashMap<>();
  private final int size;
  private final Tuning embeddingTuning;

  /** A layout of weights that are all trained. */
  ParameterLayout(Network network) {
    this(network, Tuning.FINE_TUNED);
  }

  /**
   * A layout.
   *
   * @param embeddingTuning whether the word vectors are trained
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

  /** Whether the word vectors are trained. */
  Tuning embeddingTuning() {
    return embeddingTuning;
  }

  /** Where the word vectors begin. */
  int embeddingOffset() {
    return offset(network.embedding().name() + "/embeddings");
  }

  /** How many parameters there are. */
  int size() {
    return size;
  }

  /** Where a weight begins. */
  int offset(String weight) {
    Integer offset = offsets.get(weight);
    if (offset == null) {
      throw new IllegalArgumentException("the network has no weight named " + weight);
    }
    return offset;
  }

  /** A copy of the parameters as a model. */
  Model model(float[] parameters) {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (WeightSpec spec : network.weights()) {
      int from = offset(spec.name());
      int to = from + Math.toIntExact(spec.size());
      weights.put(spec.name(), new Tensor(spec.shape(), Arrays.copyOfRange(parameters, from, to)));
    }
    return new Model(network, weights);
  }

  /** A copy of a model's weights as parameters. */
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
