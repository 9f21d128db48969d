package io.sentimentstreams.model.network;

import java.util.List;

/**
 * All timesteps' features side by side in one vector. It knows sequences of one length alone, so
 * the network must count zeros: shorter texts are padded up to {@code steps}.
 *
 * @param name the layer's name
 * @param steps the length of every sequence
 */
public record Flatten(String name, int steps) implements Layer {

  public Flatten {
    LayerChecks.name(name);
    LayerChecks.size("steps", name, steps);
  }

  @Override
  public int outputSize(int inputSize) {
    return LayerChecks.product("steps x features", name, steps, inputSize);
  }

  @Override
  public List<WeightSpec> weights(int inputSize) {
    return List.of();
  }
}
