package io.sentimentstreams.model.network;

import java.util.List;

/**
 * Lookup of a vector for each token index.
 *
 * @param name layer name
 * @param inputDim number of indices, which is the largest index plus 1
 * @param outputDim width of the vectors
 * @param maskZero whether index 0 is padding that later layers skip; otherwise it is an ordinary
 *     token
 */
public record Embedding(String name, int inputDim, int outputDim, boolean maskZero)
    implements Layer {

  public Embedding {
    LayerChecks.name(name);
    LayerChecks.size("inputDim", name, inputDim);
    LayerChecks.size("outputDim", name, outputDim);
  }

  @Override
  public int outputSize(int inputSize) {
    return outputDim;
  }

  @Override
  public List<WeightSpec> weights(int inputSize) {
    return List.of(new WeightSpec(name + "/embeddings", List.of(inputDim, outputDim)));
  }
}
