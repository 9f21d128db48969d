package io.sentimentstreams.model.network;

import java.util.List;

/**
 * Maximum of each feature over all timesteps. Masked timesteps are skipped; a sequence without
 * timesteps gives zeros.
 *
 * @param name layer name
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
