package io.sentimentstreams.model.network;

import java.util.List;

/** A layer that carries a hidden state from timestep to timestep. */
public sealed interface Recurrent extends Layer permits SimpleRnn, Lstm, Gru {

  /** The width of the hidden state. */
  int units();

  /** Whether every timestep's hidden state is handed on, or only the last one. */
  boolean returnSequences();

  /** How many gates stand side by side in the kernels' last axis. */
  int gates();

  /** How many rows the bias has: two only where input and recurrent biases are kept apart. */
  default int biasRows() {
    return 1;
  }

  @Override
  default int outputSize(int inputSize) {
    return units();
  }

  @Override
  default List<WeightSpec> weights(int inputSize) {
    return weights(name(), inputSize);
  }

  /**
   * The weights under another prefix, as a wrapping layer names them.
   *
   * @param prefix what stands before {@code /kernel}
   * @param inputSize the width of the input's last axis
   */
  default List<WeightSpec> weights(String prefix, int inputSize) {
    int width = gates() * units();
    List<Integer> bias = biasRows() == 1 ? List.of(width) : List.of(biasRows(), width);
    return List.of(
        new WeightSpec(prefix + "/kernel", List.of(inputSize, width)),
        new WeightSpec(prefix + "/recurrent_kernel", List.of(units(), width)),
        new WeightSpec(prefix + "/bias", bias));
  }
}
