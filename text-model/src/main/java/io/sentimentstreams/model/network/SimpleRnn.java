package io.sentimentstreams.model.network;

/**
 * Fully connected recurrence {@code h' = tanh(x·W + h·U + b)} (Elman, 1990).
 *
 * @param name layer name
 * @param units width of the hidden state
 * @param returnSequences whether the output is the hidden state of every timestep
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
