package io.sentimentstreams.model.network;

import java.util.List;

/**
 * The largest of each feature over all timesteps. Masked timesteps take no part; a sequence without
 * any timestep gives zeros.
 *
 * @param name the layer's name
 */
public record GlobalMaxPooling(String name) implements Layer {

  public GlobalMaxPooling {
    LayerChecks.name(name);
  }

  @Override
  public int outputSize(int inputSize) {
    return inputSize;
  }

  @Override
  public List<WeightSpec> weights(int inputSize) {
    return List.of();
  }
}
