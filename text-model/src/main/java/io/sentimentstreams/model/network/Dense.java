package io.sentimentstreams.model.network;

import java.util.List;
import java.util.Locale;

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
    SOFTMAX,
    /** {@code x} above 0, otherwise {@code exp(x) - 1}. */
    ELU,
    /** {@code 1.0507009873554805} times {@code x} or {@code 1.6732632423543772 (exp(x) - 1)}. */
    SELU,
    /** {@code log(1 + exp(x))}. */
    SOFTPLUS,
    /** {@code x / (1 + |x|)}. */
    SOFTSIGN,
    /** {@code x / (1 + exp(-x))}, also named swish. */
    SILU,
    /** {@code x (1 + erf(x / sqrt(2))) / 2}, without the approximation by a tanh. */
    GELU
  }

  /** Returns the units and the activation in words, such as {@code 1 sigmoid unit}. */
  String description() {
    return "%d %s unit%s"
        .formatted(units, activation.name().toLowerCase(Locale.ROOT), units == 1 ? "" : "s");
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
