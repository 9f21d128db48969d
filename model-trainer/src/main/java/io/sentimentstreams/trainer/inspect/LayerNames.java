package io.sentimentstreams.trainer.inspect;

import io.sentimentstreams.model.network.Backwards;
import io.sentimentstreams.model.network.Bidirectional;
import io.sentimentstreams.model.network.Dense;
import io.sentimentstreams.model.network.Embedding;
import io.sentimentstreams.model.network.GlobalAveragePooling;
import io.sentimentstreams.model.network.GlobalMaxPooling;
import io.sentimentstreams.model.network.Gru;
import io.sentimentstreams.model.network.Layer;
import io.sentimentstreams.model.network.Lstm;
import io.sentimentstreams.model.network.Network;
import io.sentimentstreams.model.network.SimpleRnn;
import java.util.Locale;
import java.util.stream.Collectors;

/** Short names of layers. */
public final class LayerNames {

  private LayerNames() {}

  /** Returns the names of all layers, such as {@code Embedding 64, GRU 32, Dense 1 sigmoid}. */
  public static String of(Network network) {
    return network.layers().stream().map(LayerNames::of).collect(Collectors.joining(", "));
  }

  /** Returns the name of a layer, such as {@code GRU 32}. */
  static String of(Layer layer) {
    if (layer instanceof Embedding embedding) {
      return "Embedding " + embedding.outputDim();
    }
    if (layer instanceof Lstm lstm) {
      return "LSTM " + lstm.units();
    }
    if (layer instanceof Gru gru) {
      return "GRU " + gru.units();
    }
    if (layer instanceof SimpleRnn rnn) {
      return "SimpleRNN " + rnn.units();
    }
    if (layer instanceof Backwards backwards) {
      return "Backwards " + of(backwards.cell());
    }
    if (layer instanceof Bidirectional both) {
      return "Bidirectional " + of(both.cell());
    }
    if (layer instanceof GlobalMaxPooling) {
      return "GlobalMaxPooling";
    }
    if (layer instanceof GlobalAveragePooling) {
      return "GlobalAveragePooling";
    }
    if (layer instanceof Dense dense) {
      return "Dense %d %s"
          .formatted(dense.units(), dense.activation().name().toLowerCase(Locale.ROOT));
    }
    return layer.getClass().getSimpleName();
  }
}
