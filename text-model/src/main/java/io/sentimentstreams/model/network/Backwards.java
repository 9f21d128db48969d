package io.sentimentstreams.model.network;

import java.util.List;

/**
 * Recurrent layer that reads the sequence from its last timestep to its first. With {@code
 * returnSequences} the outputs keep the order of the input: each one belongs to the timestep that
 * was read last.
 *
 * @param name layer name; weights are named {@code name/...}
 * @param cell recurrent layer
 */
public record Backwards(String name, Recurrent cell) implements Layer {

  public Backwards {
    LayerChecks.name(name);
  }

  @Override
  public int outputSize(int inputSize) {
    return cell.units();
  }

  @Override
  public List<WeightSpec> weights(int inputSize) {
    return cell.weights(name, inputSize);
  }
}
