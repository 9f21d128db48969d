package io.sentimentstreams.model.network;

/**
 * Gated recurrent unit. Gates in Keras' order: update, reset, candidate.
 *
 * @param name layer name
 * @param units width of the hidden state
 * @param returnSequences whether the output is the hidden state of every timestep
 * @param resetAfter whether the reset gate is applied after the recurrent matrix product, with a
 *     bias of its own (Keras' default and the form of cuDNN), or before it (Cho et al., 2014,
 *     version 1)
 */
public record Gru(String name, int units, boolean returnSequences, boolean resetAfter)
    implements Recurrent {

  public Gru {
    LayerChecks.name(name);
    LayerChecks.size("units", name, units);
  }

  @Override
  public int gates() {
    return 3;
  }

  @Override
  public int biasRows() {
    return resetAfter ? 2 : 1;
  }
}
