package io.sentimentstreams.model.network;

/**
 * The fully connected recurrence {@code h' = tanh(x·W + h·U + b)} (Elman, 1990).
 *
 * @param name the layer's name
 * @param units the width of the hidden state
 * @param returnSequences whether every timestep's state is handed on
 */
public record SimpleRnn(String name, int units, boolean returnSequences) implements Recurrent {

  public SimpleRnn {
    LayerChecks.name(name);
    LayerChecks.size("units", name, units);
  }

  @Override
  public int gates() {
    return 1;
  }
}
