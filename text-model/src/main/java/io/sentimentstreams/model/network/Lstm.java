package io.sentimentstreams.model.network;

/**
 * Long short-term memory (Hochreiter and Schmidhuber, 1997; with the forget gate of Gers et al.,
 * 2000, and without peepholes). Gates in Keras' order: input, forget, candidate, output.
 *
 * @param name layer name
 * @param units width of the hidden state and of the cell state
 * @param returnSequences whether the output is the hidden state of every timestep
 */
public record Lstm(String name, int units, boolean returnSequences) implements Recurrent {

  public Lstm {
    LayerChecks.name(name);
    LayerChecks.size("units", name, units);
  }

  @Override
  public int gates() {
    return 4;
  }
}
