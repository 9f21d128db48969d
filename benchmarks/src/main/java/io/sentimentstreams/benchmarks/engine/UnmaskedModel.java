package io.sentimentstreams.benchmarks.engine;

import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Model;
import io.sentimentstreams.model.network.Network;
import java.util.ArrayList;
import java.util.List;

/** Network without a mask for input without padding, so that peers do not search for padding. */
public final class UnmaskedModel {

  private UnmaskedModel() {}

  /** Returns the same network without a mask; its scores on sequences without zeros are equal. */
  public static Model model(Model model) {
    Embedding embedding = model.network().embedding();
    List<Layer> layers = new ArrayList<>(model.network().layers());
    layers.set(
        0, new Embedding(embedding.name(), embedding.inputDim(), embedding.outputDim(), false));
    return new Model(new Network(layers), model.weights());
  }
}
