package io.sentimentstreams.model.network;

import java.util.List;

/** Layer that carries a hidden state from timestep to timestep. */
public sealed interface Recurrent extends Layer permits SimpleRnn, Lstm, Gru {

  /** Returns the width of the hidden state. */
  int units();

  /** Returns whether the output is the hidden state of every timestep or only the last one. */
  boolean returnSequences();

  /** Returns the number of gates side by side in the last axis of the kernels. */
  int gates();

  /**
   * Returns the number of rows of the bias: two only if input and recurrent biases are separate.
   */
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
   * Returns the weights under another prefix, as a wrapping layer names them.
   *
   * @param prefix prefix of {@code /kernel}
   * @param inputSize width of the input's last axis
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
