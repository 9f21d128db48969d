package io.sentimentstreams.model.network;

/**
 * Long short-term memory (Hochreiter and Schmidhuber, 1997; with the forget gate of Gers et al.,
 * 2000, and no peepholes). Gates in Keras' order: input, forget, candidate, output.
 *
 * @param name the layer's name
 * @param units the width of the hidden state and of the cell state
 * @param returnSequences whether every timestep's hidden state is handed on
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
