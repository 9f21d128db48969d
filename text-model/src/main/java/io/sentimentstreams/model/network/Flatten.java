package io.sentimentstreams.model.network;

import java.util.List;

/**
 * Features of all timesteps, concatenated in one vector. All sequences have one length, so the
 * network must not mask zeros: shorter texts are padded to {@code steps}.
 *
 * @param name layer name
 * @param steps length of every sequence
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
