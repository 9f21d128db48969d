package io.sentimentstreams.model.network;

import java.util.List;

/**
 * Fully connected layer {@code activation(x·W + b)} on a vector.
 *
 * @param name layer name
 * @param units output width
 * @param activation function applied to the outputs
 */
public record Dense(String name, int units, Activation activation) implements Layer {

  public Dense {
    LayerChecks.name(name);
    LayerChecks.size("units", name, units);
  }

  /** Activation function of a dense layer. */
  public enum Activation {
    /** {@code x}. */
    LINEAR,
    /** {@code max(0, x)}. */
    RELU,
    /** {@code tanh(x)}. */
    TANH,
    /** {@code 1 / (1 + exp(-x))}. */
    SIGMOID,
    /**
     * {@code exp(x_i) / sum of exp(x_j)} over all outputs. Only the last layer of a network can use
     * it.
     */
    SOFTMAX
  }

  @Override
  public int outputSize(int inputSize) {
    return units;
  }

  @Override
  public List<WeightSpec> weights(int inputSize) {
    return List.of(
        new WeightSpec(name + "/kernel", List.of(inputSize, units)),
        new WeightSpec(name + "/bias", List.of(units)));
  }
}
